export const personWords = {
  en: {
    summary: 'who may sign in, and with which rights',
    usage: `vigente person [list] [--partner SLUG]
vigente person add --email ADDRESS --role ROLE [--name NAME] [--prices] [--partner SLUG]
vigente person reset --email ADDRESS
vigente person disable --email ADDRESS [--partner SLUG]
  "add" and "reset" print a link, good once, with which the person chooses a password; no mail goes out.
  --role    administrator, renewals-manager, sales, support or viewer
  --prices  may see prices; an administrator always may`,
    unknownVerb: (verb: string) => `expected list, add, reset or disable, not "${verb}"`,
    unknownRole: (roles: string) => `--role expects one of ${roles}`,
    missing: (option: string) => `${option} is missing`,
    noSuchPerson: 'nobody with this address belongs here',
    disabled: '(shut out)',
    twoFactor: '(second factor)',
    invited: '(invited)',
    nobody: 'Nobody yet. Add the first: vigente person add --email ADDRESS --role administrator',
    hand: (link: string) => `Hand over this link; it works once, within 7 days:\n  ${link}`,
    handReset: (link: string) => `Hand over this link; it works once, within an hour:\n  ${link}`,
    shutOut: (name: string) => `${name} can no longer sign in here.`,
  },
  es: {
    summary: 'quién puede entrar y con qué permisos',
    usage: `vigente person [list] [--partner NOMBRE]
vigente person add --email DIRECCIÓN --role PERFIL [--name TEXTO] [--prices] [--partner NOMBRE]
vigente person reset --email DIRECCIÓN
vigente person disable --email DIRECCIÓN [--partner NOMBRE]
  «add» y «reset» muestran un enlace de un solo uso con el que la persona elige su contraseña; no sale ningún correo.
  --role    administrator, renewals-manager, sales, support o viewer
  --prices  puede ver los precios; un administrador siempre puede`,
    unknownVerb: (verb: string) => `se espera list, add, reset o disable, no «${verb}»`,
    unknownRole: (roles: string) => `--role espera uno de ${roles}`,
    missing: (option: string) => `falta ${option}`,
    noSuchPerson: 'nadie con esta dirección pertenece a este distribuidor',
    disabled: '(sin acceso)',
    twoFactor: '(segundo factor)',
    invited: '(con invitación)',
    nobody:
      'Aún no hay nadie. Cree la primera cuenta: vigente person add --email DIRECCIÓN --role administrator',
    hand: (link: string) => `Entregue este enlace; sirve una vez, durante 7 días:\n  ${link}`,
    handReset: (link: string) => `Entregue este enlace; sirve una vez, durante una hora:\n  ${link}`,
    shutOut: (name: string) => `${name} ya no puede entrar aquí.`,
  },
} as const;
