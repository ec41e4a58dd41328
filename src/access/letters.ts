import type { Language } from '../kernel/locale.ts';
import type { PersonalLetter } from './personal-mail.ts';

interface LetterWords {
  readonly subject: string;
  readonly lines: readonly string[];
  readonly button: string;
  readonly after: readonly string[];
}

export interface Addressee {
  readonly name: string;
  readonly email: string;
  readonly language: Language;
}

export interface InvitationFacts {
  readonly partner: string;
  /** Null: it was made on the command line. */
  readonly invitedBy: string | null;
  readonly link: string;
  readonly days: number;
}

export function invitationLetter(
  to: Addressee,
  { partner, invitedBy, link, days }: InvitationFacts,
): PersonalLetter {
  const words: Record<Language, LetterWords> = {
    es: {
      subject: `Invitación a Vigente de ${partner}`,
      lines: [
        invitedBy ? `${invitedBy} le invita a Vigente` : 'Tiene una invitación a Vigente',
        `Vigente es la mesa de renovaciones de ${partner}: qué certificados vencen, qué se ha avisado y qué toca hacer hoy.`,
      ],
      button: 'Aceptar la invitación',
      after: [
        `El enlace sirve una sola vez y caduca a los ${days} días.`,
        'Si no esperaba este mensaje, puede ignorarlo.',
      ],
    },
    en: {
      subject: `Invitation to Vigente at ${partner}`,
      lines: [
        invitedBy ? `${invitedBy} invites you to Vigente` : 'You are invited to Vigente',
        `Vigente is the renewals desk of ${partner}: which certificates expire, who was told, and what to do today.`,
      ],
      button: 'Accept the invitation',
      after: [
        `The link works once and expires after ${days} days.`,
        'If you did not expect this message, you can ignore it.',
      ],
    },
  };
  return letterOf(to, words[to.language], link);
}

export function resetLetter(to: Addressee, link: string): PersonalLetter {
  const words: Record<Language, LetterWords> = {
    es: {
      subject: 'Nueva contraseña de Vigente',
      lines: [
        'Elija una contraseña nueva',
        'Alguien, seguramente usted, ha pedido cambiar la contraseña de esta dirección en Vigente.',
      ],
      button: 'Elegir la contraseña',
      after: [
        'El enlace sirve una sola vez y caduca al cabo de una hora. Al usarlo se cierran todas sus sesiones.',
        'Si no lo ha pedido, no haga nada: su contraseña sigue siendo la misma.',
      ],
    },
    en: {
      subject: 'New password for Vigente',
      lines: [
        'Choose a new password',
        'Someone, most likely you, asked to change the password of this address in Vigente.',
      ],
      button: 'Choose the password',
      after: [
        'The link works once and expires after an hour. Using it ends all your sessions.',
        'If you did not ask for it, do nothing: your password stays as it is.',
      ],
    },
  };
  return letterOf(to, words[to.language], link);
}

function letterOf(to: Addressee, words: LetterWords, link: string): PersonalLetter {
  const greeting = to.language === 'es' ? `Hola, ${to.name}:` : `Dear ${to.name},`;
  const [title = '', ...lines] = words.lines;
  const paragraph = (text: string, style = '') => `<p style="margin:0 0 16px;${style}">${escaped(text)}</p>`;
  return {
    to: { name: to.name, address: to.email },
    language: to.language,
    subject: words.subject,
    text: [greeting, title, ...lines, `${words.button}: ${link}`, ...words.after].join('\n\n').concat('\n'),
    html: `<!doctype html><html lang="${to.language}"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>${escaped(words.subject)}</title></head>
<body style="margin:0;padding:24px;font:16px/1.5 Inter,Helvetica,Arial,sans-serif;color:#1c1917;background:#ffffff">
<div style="max-width:552px;margin:0 auto">
<h1 style="margin:0 0 24px;font:600 22px/1.3 Georgia,serif">${escaped(title)}</h1>
${paragraph(greeting)}
${lines.map((line) => paragraph(line)).join('\n')}
<p style="margin:24px 0"><a href="${escaped(link)}" style="display:inline-block;padding:12px 20px;border-radius:6px;background:#1E3A8A;color:#ffffff;text-decoration:none;font-weight:600">${escaped(words.button)}</a></p>
${words.after.map((line) => paragraph(line, 'font-size:14px;color:#57534e')).join('\n')}
<p style="margin:24px 0 0;font-size:13px;color:#57534e;word-break:break-all">${escaped(link)}</p>
</div></body></html>`,
  };
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
