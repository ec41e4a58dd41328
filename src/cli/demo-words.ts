import type { Role } from '../access/caller.ts';
import type { DemoPerson } from '../demo/demo-people.ts';
import type { Language } from '../kernel/locale.ts';
import { counted, messageForms } from './counted.ts';

interface Counts {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly customersAdded: number;
}

interface DemoWords {
  readonly usage: string;
  readonly title: string;
  database(seconds: string): string;
  file(path: string, bytes: number): string;
  imported(counts: Counts): string;
  ran(at: Temporal.Instant, timeZone: string): string;
  sending(count: number): string;
  received(count: number): string;
  signIn(people: readonly DemoPerson[], password: string): string;
  open(url: string): string;
  readonly bye: string;
}

const roleNames: Readonly<Record<Role, string>> = {
  administrator: 'administración',
  'renewals-manager': 'responsable de renovaciones',
  sales: 'ventas',
  support: 'soporte',
  viewer: 'consulta',
};

function moment(at: Temporal.Instant, timeZone: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short', timeZone }).format(
    at.epochMilliseconds,
  );
}

/** What the demo says in the terminal. */
export const demoWords: Readonly<Record<Language, DemoWords>> = {
  en: {
    usage: `vigente demo [--once] [--fresh]
  Invents a partner and its inventory, imports it, decides who hears what on the last working day at ten, and sends
  it over SMTP to a mail server of its own. Nothing leaves this machine. Run again, it goes on and doubles nothing.
  --once   end after the account
  --fresh  start over with a new invented partner`,
    title: 'Vigente · demo: an invented partner, on this machine only\n',
    database: (seconds) => `✓ PostgreSQL is ready (${seconds} s)`,
    file: (path, bytes) => `✓ inventory file: ${path} (${Math.ceil(bytes / 1024)} kB)`,
    imported: ({ added, changed, unchanged, refused, customersAdded }) =>
      `✓ imported: ${counted(added, { one: 'order', other: 'orders' }, 'en')} added, ${changed} changed, ${unchanged} unchanged, ${counted(refused, { one: 'row', other: 'rows' }, 'en')} refused; ${counted(customersAdded, { one: 'new customer', other: 'new customers' }, 'en')}`,
    ran: (at, timeZone) => `✓ run as of ${moment(at, timeZone, 'en-GB')} (${timeZone})\n`,
    sending: (count) => `◔ ${counted(count, messageForms.en, 'en')} taken by the mail server …`,
    received: (count) => `\nThe demo’s own mail server received ${counted(count, messageForms.en, 'en')}.`,
    signIn: (people, password) =>
      `\nSign in with the password ${password}:\n${people.map(({ email, role }) => `  ${role.padEnd(17)} ${email}`).join('\n')}`,
    open: (url) => `\nThe console: ${url}\nCtrl-C stops everything.`,
    bye: 'Stopped.',
  },
  es: {
    usage: `vigente demo [--once] [--fresh]
  Inventa un distribuidor y su cartera, la importa, decide quién recibe qué el último día laborable a las diez y lo
  envía por SMTP a un servidor de correo propio. Nada sale de este equipo. Si se repite, continúa y no duplica nada.
  --once   terminar tras el resumen
  --fresh  empezar de nuevo con otro distribuidor inventado`,
    title: 'Vigente · demostración: un distribuidor inventado, solo en este equipo\n',
    database: (seconds) => `✓ PostgreSQL está listo (${seconds} s)`,
    file: (path, bytes) => `✓ archivo de cartera: ${path} (${Math.ceil(bytes / 1024)} kB)`,
    imported: ({ added, changed, unchanged, refused, customersAdded }) =>
      `✓ importado: ${counted(added, { one: 'pedido nuevo', other: 'pedidos nuevos' }, 'es')}, ${counted(changed, { one: 'modificado', other: 'modificados' }, 'es')}, ${unchanged} sin cambios, ${counted(refused, { one: 'fila rechazada', other: 'filas rechazadas' }, 'es')}; ${counted(customersAdded, { one: 'cliente nuevo', other: 'clientes nuevos' }, 'es')}`,
    ran: (at, timeZone) => `✓ ejecutado a fecha de ${moment(at, timeZone, 'es-ES')} (${timeZone})\n`,
    sending: (count) =>
      `◔ ${counted(count, { one: 'mensaje entregado', other: 'mensajes entregados' }, 'es')} al servidor de correo …`,
    received: (count) =>
      `\nEl servidor de correo de la demostración ha recibido ${counted(count, messageForms.es, 'es')}.`,
    signIn: (people, password) =>
      `\nEntre con la contraseña ${password}:\n${people.map(({ email, role }) => `  ${roleNames[role].padEnd(27)} ${email}`).join('\n')}`,
    open: (url) => `\nLa consola: ${url}\nCtrl-C lo detiene todo.`,
    bye: 'Detenido.',
  },
};
