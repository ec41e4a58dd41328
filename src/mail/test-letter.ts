import type { Letter } from '../channels/channel.ts';
import type { Language } from '../kernel/locale.ts';

interface About {
  readonly partner: string;
  readonly language: Language;
  readonly at: Temporal.Instant;
}

const words = {
  es: {
    subject: 'Mensaje de prueba de Vigente',
    lines: (partner: string) => [
      'El correo funciona.',
      `Este mensaje de prueba ha salido por el servidor de correo de ${partner}. Los avisos de renovación saldrán por el mismo camino.`,
      'Compruebe que no haya llegado a la carpeta de correo no deseado. No hace falta responder.',
    ],
  },
  en: {
    subject: 'Test message from Vigente',
    lines: (partner: string) => [
      'Mail works.',
      `This test message left through the mail server of ${partner}. Renewal notices will take the same way.`,
      'Check that it has not arrived in the junk folder. No answer is needed.',
    ],
  },
} as const;

/** What a test message says. */
export function testLetter({
  partner,
  language,
  at,
}: About): Pick<Letter, 'subject' | 'html' | 'text' | 'date' | 'language'> {
  const { subject, lines } = words[language];
  const said = lines(partner);
  const paragraphs = said.map((line) => `<p style="margin:0 0 16px">${escaped(line)}</p>`).join('\n');
  return {
    subject,
    text: `${said.join('\n\n')}\n`,
    html: `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${subject}</title></head>
<body style="margin:0;padding:32px;background:#fafaf9;color:#1c1917;font:16px/1.5 Inter,system-ui,sans-serif">
<div style="max-width:560px;margin:0 auto;padding:32px;background:#ffffff;border:1px solid #e7e5e4">
${paragraphs}
</div></body></html>`,
    date: at.round({ smallestUnit: 'second', roundingMode: 'floor' }),
    language,
  };
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
