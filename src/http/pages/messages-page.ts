import { html } from 'hono/html';
import type { MessageRow, MessageState, MessagesPage, MessagesQuery, PartnerLine } from '../staff-facts.ts';
import type { StaffLanguage } from '../staff-language.ts';
import type { StaffPlace } from '../staff-place.ts';
import { type Chip, chips, emptyList, pager, searchForm } from './list-tools.ts';
import type { Markup } from './markup.ts';
import { staffLayout } from './staff-layout.ts';
import { stageName } from './stage-name.ts';

export interface MessagesView {
  readonly language: StaffLanguage;
  readonly place: StaffPlace;
  readonly account: PartnerLine;
  readonly query: MessagesQuery;
  readonly page: MessagesPage;
}

/** The states that people look for; the others pass in seconds. */
const offeredStates: readonly MessageState[] = [
  'submitted',
  'waiting',
  'failed',
  'uncertain',
  'bounced',
  'preview',
];

/** What was written to whom, newest first. */
export function messagesPage(view: MessagesView): Markup {
  const { language, place, account, query, page } = view;
  const { say } = language;
  return staffLayout({
    language,
    place,
    account,
    title: say('messages.title'),
    section: 'messages',
    body: html`<h1>${say('messages.title')}</h1>
<p class="lead">${say('messages.lead')}</p>
<div class="tools">${chips(stateChips(view))}
${searchForm({
  language,
  place,
  label: say('filter.messages'),
  text: query.text,
  keep: { state: query.state, lang: place.to('').includes('lang=') ? language.language : undefined },
})}</div>
${page.rows.length === 0 ? nothing(view) : table(view)}
${pager({ language, place, next: page.next, isFirst: query.after === undefined })}`,
  });
}

function stateChips({ language, place, query }: MessagesView): Chip[] {
  const chip = (state: MessageState | undefined): Chip => ({
    name: language.say(state === undefined ? 'state.all' : `state.${state}`),
    href: place.here({ state, after: undefined }),
    isChosen: query.state === state,
  });
  return [chip(undefined), ...offeredStates.map(chip)];
}

function nothing({ language: { say }, query }: MessagesView): Markup {
  const isFiltered = query.text !== undefined || query.state !== undefined;
  return isFiltered
    ? emptyList(say('messages.empty.filtered'), undefined)
    : emptyList(say('messages.empty'), say('messages.empty.do'));
}

const columns = ['day', 'subject', 'recipient', 'stage', 'state'] as const;

function table(view: MessagesView): Markup {
  const { language, page } = view;
  return html`<table>
<thead><tr>${columns.map((column) => html`<th scope="col">${language.say(`col.${column}`)}</th>`)}</tr></thead>
<tbody>${page.rows.map((row) => messageRow(view, row))}</tbody>
</table>`;
}

function messageRow({ language, place, account }: MessagesView, row: MessageRow): Markup {
  const { say } = language;
  const at = language.moment(row.finishedAt ?? row.plannedAt, account.timeZone);
  const href = place.to(`/messages/${row.id}`);
  const who = [row.contactName, row.customerName].filter(Boolean).join(' · ');
  return html`<tr>
<td class="day fixed">${at}</td>
<td class="subject"><a href="${href}">${row.subject ?? say('orders.count', { n: row.orders })}</a>${row.subject && row.orders > 1 ? html`<small>${say('orders.count', { n: row.orders })}</small>` : ''}</td>
<td class="recipient">${row.address}${who ? html`<small>${who}</small>` : ''}</td>
<td class="stage fixed">${stageName(language, row.stage)}</td>
<td class="state"><span class="${stateTone(row.state)}">${say(`state.${row.state}`)}</span></td>
</tr>
`;
}

/** The word says it; the colour says it sooner. */
export function stateTone(state: MessageState): string {
  if (state === 'submitted' || state === 'delivered') return 'in-force';
  if (state === 'failed' || state === 'bounced') return 'lapsed';
  return state === 'uncertain' ? 'urgent' : 'quiet';
}
