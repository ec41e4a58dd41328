import { inboxPlace } from '../../contract/inbox-place.ts';
import type { Letter } from '../channels/channel.ts';
import type { Language } from '../kernel/locale.ts';
import { digestStyle } from './digest-style.ts';
import type { InboxItem } from './inbox-item.ts';
import { type ItemWords, itemWords } from './item-words.ts';

export interface DigestFacts {
  readonly partner: string;
  readonly name: string;
  readonly language: Language;
  /** The first of what is open, newest first. */
  readonly items: readonly InboxItem[];
  /** How many are open altogether. */
  readonly open: number;
  readonly hour: number;
  readonly timeZone: string;
  /** Whether messages to customers leave. */
  readonly sendingOn: boolean;
  readonly now: Temporal.Instant;
  readonly publicUrl: string;
  /** Where the mail is stopped. */
  readonly stop: string;
}

/** What the mail of a day says. The same facts make the same words. */
export function digestLetter(facts: DigestFacts): Pick<Letter, 'subject' | 'html' | 'text' | 'language'> {
  const { language, partner, open } = facts;
  const said = words[language];
  const base = facts.publicUrl.replace(/\/+$/, '');
  const lines = facts.items.map((item) => ({
    ...itemWords(item, language, facts.now),
    link: base + placeOf(item),
  }));
  const parts: Parts = {
    ...{ language, lines },
    title: said.title(open),
    greeting: said.greeting(facts.name),
    more: open > lines.length ? said.more(open - lines.length) : null,
    sending: facts.sendingOn ? null : said.sendingOff,
    button: said.button,
    inbox: `${base}/inbox`,
    why: said.why(partner, `${String(facts.hour).padStart(2, '0')}:00`, facts.timeZone),
    change: { words: said.change, link: `${base}/profile` },
    stop: { words: said.stop, link: facts.stop },
  };
  return { language, subject: `${parts.title} · ${partner}`, text: textOf(parts), html: htmlOf(parts) };
}

/** What has no page of its own is reached from the inbox. */
function placeOf(item: InboxItem): string {
  const { kind, ref, order, orderNumber, customer } = item;
  if (kind === 'held-run' || kind === 'approve-day') return '/inbox';
  return inboxPlace({
    ...{ kind, ref },
    order: order === null ? null : { id: order, number: orderNumber ?? '' },
    customer: customer === null ? null : { id: customer },
  });
}

interface Parts {
  readonly language: Language;
  readonly title: string;
  readonly greeting: string;
  readonly lines: readonly (ItemWords & { readonly link: string })[];
  readonly more: string | null;
  readonly sending: string | null;
  readonly button: string;
  readonly inbox: string;
  readonly why: string;
  readonly change: { readonly words: string; readonly link: string };
  readonly stop: { readonly words: string; readonly link: string };
}

const words = {
  es: {
    title: (n: number) => (n === 1 ? 'Le espera 1 asunto' : `Le esperan ${n} asuntos`),
    greeting: (name: string) => `Hola, ${name}:`,
    more: (n: number) => (n === 1 ? 'y 1 más' : `y ${n} más`),
    sendingOff: 'El envío a clientes está desactivado: los avisos se preparan, pero no salen.',
    button: 'Ver todo lo pendiente',
    why: (partner: string, hour: string, zone: string) =>
      `Vigente se lo recuerda los días laborables desde las ${hour} (${zone}), solo si hay algo, porque trabaja en ${partner}.`,
    change: 'Cambiar la hora',
    stop: 'No recibir más este correo',
  },
  en: {
    title: (n: number) => (n === 1 ? '1 thing waits for you' : `${n} things wait for you`),
    greeting: (name: string) => `Hello ${name},`,
    more: (n: number) => `and ${n} more`,
    sendingOff: 'Sending to customers is off: notices are prepared, but they do not leave.',
    button: 'See all of it',
    why: (partner: string, hour: string, zone: string) =>
      `Vigente reminds you on working days from ${hour} (${zone}), only if there is something, because you work at ${partner}.`,
    change: 'Change the hour',
    stop: 'Stop this mail',
  },
} as const;

function textOf(parts: Parts): string {
  const { lines, more, sending, change, stop } = parts;
  const items = lines.map(({ what, whose, link }) => [`– ${what}`, whose, link].filter(Boolean).join('\n  '));
  return [
    ...[parts.greeting, `${parts.title}.`, ...items],
    ...(more ? [more] : []),
    ...(sending ? [sending] : []),
    `${parts.button}: ${parts.inbox}`,
    `${parts.why}\n${change.words}: ${change.link}\n${stop.words}: ${stop.link}`,
  ]
    .join('\n\n')
    .concat('\n');
}

function htmlOf(parts: Parts): string {
  const { lines, more, sending, change, stop } = parts;
  const rows = lines.map(
    ({ what, whose, link }) =>
      `<tr><td class="item" style="padding:12px 0;border-top:1px solid #e7e5e4"><a class="what" href="${escaped(link)}" style="color:#1e3a8a;font-weight:600;text-decoration:none">${escaped(what)}</a>${whose ? `<br><span class="quiet" style="color:#57534e;font-size:14px">${escaped(whose)}</span>` : ''}</td></tr>`,
  );
  return `<!doctype html>
<html lang="${parts.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${escaped(parts.title)}</title>
<style>${digestStyle}</style></head>
<body class="ground" style="margin:0;padding:24px 12px;background:#f5f5f4;color:#1c1917;font:16px/1.5 Inter,Helvetica,Arial,sans-serif">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center">
<table role="presentation" class="sheet" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;background:#ffffff;border:1px solid #e7e5e4;border-radius:10px"><tr><td class="inner" style="padding:28px 32px;text-align:left">
<p style="margin:0 0 4px">${escaped(parts.greeting)}</p>
<h1 style="margin:0 0 20px;font:600 24px/1.3 'Source Serif 4',Georgia,serif">${escaped(parts.title)}</h1>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0">
${rows.join('\n')}
</table>
${more ? `<p class="quiet item" style="margin:0;padding:12px 0 0;border-top:1px solid #e7e5e4;color:#57534e">${escaped(more)}</p>` : ''}
<p style="margin:20px 0"><a class="button" href="${escaped(parts.inbox)}" style="display:inline-block;padding:12px 20px;border-radius:6px;background:#1e3a8a;color:#ffffff;font-weight:600;text-decoration:none">${escaped(parts.button)}</a></p>
${sending ? `<p class="off" style="margin:0 0 20px;padding:10px 14px;border-left:4px solid #b45309;background:#f5f5f4">${escaped(sending)}</p>` : ''}
<p class="quiet" style="margin:0;font-size:13px;color:#57534e">${escaped(parts.why)}<br><a class="link" href="${escaped(change.link)}" style="color:#1e3a8a">${escaped(change.words)}</a> · <a class="link" href="${escaped(stop.link)}" style="color:#1e3a8a">${escaped(stop.words)}</a></p>
</td></tr></table>
</td></tr></table>
</body></html>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
