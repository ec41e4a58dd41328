import { html } from 'hono/html';
import { mailHeaders } from '../../kernel/mail-headers.ts';
import type { PartnerLine, ShownMessage } from '../staff-facts.ts';
import type { StaffLanguage } from '../staff-language.ts';
import type { StaffPlace } from '../staff-place.ts';
import { chips } from './list-tools.ts';
import type { Markup } from './markup.ts';
import { stateTone } from './messages-page.ts';
import { staffLayout } from './staff-layout.ts';
import { stageName } from './stage-name.ts';

export interface MessageView {
  readonly language: StaffLanguage;
  readonly place: StaffPlace;
  readonly account: PartnerLine;
  readonly message: ShownMessage;
  readonly width: 'wide' | 'phone';
}

/** What support is asked about; the rest is in the .eml. */
const headersShown = ['From', 'To', 'Reply-To', 'Subject', 'Date', 'Message-ID', 'List-Unsubscribe', 'List-Unsubscribe-Post', 'Content-Language', 'DKIM-Signature']; // biome-ignore format: a list of names

/** One message: as it looks, as text, whom and what it was for, and what became of it. */
export function messagePage(view: MessageView): Markup {
  const { language, place, account, message } = view;
  const { say } = language;
  const { name, address } = message.to;
  return staffLayout({
    language,
    place,
    account,
    title: message.subject,
    section: 'messages',
    body: html`<p class="lead"><a href="${place.to('/messages')}">${say('message.back')}</a></p>
<h1>${message.subject}</h1>
<p class="lead">${say('message.to')}: ${name ? `${name} <${address}>` : address} · ${stageName(language, message.stage)} · ${say(`purpose.${message.purpose}`)} · <span class="${stateTone(message.state)}">${say(`state.${message.state}`)}</span></p>
${message.asSubmitted ? '' : html`<p class="note">${say('message.changed')}</p>`}
<div class="columns">
<div>${rendered(view)}
<h2>${say('message.text')}</h2><pre lang="">${message.text}</pre></div>
<div>
<p><a class="button plain" href="${place.to(`/messages/${message.id}/eml`)}" download>${say('message.eml')}</a></p>
<h2>${say('message.deliveries')}</h2>${deliveries(view)}
<h2>${say('message.events')}</h2>${events(view)}
<h2>${say('message.headers')}</h2>${headers(message)}
</div></div>`,
  });
}

/** The sandbox takes every right from the message: no script, no form, no navigation of this window. */
function rendered({ language, place, message, width }: MessageView): Markup {
  const { say } = language;
  const chip = (to: 'wide' | 'phone') => ({
    name: say(`message.${to}`),
    href: place.here({ width: to === 'wide' ? undefined : to }),
    isChosen: width === to,
  });
  return html`<div class="tools">${chips([chip('wide'), chip('phone')])}</div>
<iframe class="${width}" sandbox="" referrerpolicy="no-referrer" title="${say('message.shown')}" src="/messages/${message.id}/html"></iframe>`;
}

function deliveries({ language, message }: MessageView): Markup {
  const { say } = language;
  return html`<ul class="list">${message.deliveries.map(({ orderNumber, clock, stage, droppedBy }) => {
    const kind = clock === 'coverage' || clock === 'certificate' ? say(`clock.${clock}`) : clock;
    return html`<li>${orderNumber ?? '—'} <span class="quiet">· ${kind} · ${stageName(language, stage)}${droppedBy ? ` · ${say('message.dropped', { why: droppedBy })}` : ''}</span></li>`;
  })}</ul>`;
}

function events({ language, account, message }: MessageView): Markup {
  if (message.events.length === 0) return html`<p class="quiet">${language.say('message.no-events')}</p>`;
  return html`<ul class="list">${message.events.map(
    ({ at, words }) =>
      html`<li><span class="quiet">${language.moment(at, account.timeZone)}</span><br>${words}</li>`,
  )}</ul>`;
}

function headers({ bytes }: ShownMessage): Markup {
  const wanted = new Set(headersShown.map((name) => name.toLowerCase()));
  const shown = mailHeaders(bytes).filter(({ name }) => wanted.has(name.toLowerCase()));
  return html`<dl class="facts">${shown.map(({ name, value }) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}
