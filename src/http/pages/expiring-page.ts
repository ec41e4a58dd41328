import { html } from 'hono/html';
import {
  type ExpiringGroup,
  type ExpiringPage,
  type ExpiringQuery,
  type ExpiringRow,
  expiringGroups,
  type PartnerLine,
} from '../staff-facts.ts';
import type { StaffLanguage } from '../staff-language.ts';
import type { StaffPlace } from '../staff-place.ts';
import { type Chip, chips, emptyList, pager, searchForm } from './list-tools.ts';
import type { Markup } from './markup.ts';
import { ringGlyph, timeTone } from './ring-glyph.ts';
import { staffLayout } from './staff-layout.ts';
import { stageName } from './stage-name.ts';

export interface ExpiringView {
  readonly language: StaffLanguage;
  readonly place: StaffPlace;
  readonly account: PartnerLine;
  readonly query: ExpiringQuery;
  readonly page: ExpiringPage;
}

/** What is up for renewal, nearest first, in the groups of the guide's list (guide.md, G17). */
export function expiringPage(view: ExpiringView): Markup {
  const { language, place, account, query, page } = view;
  const { say } = language;
  return staffLayout({
    language,
    place,
    account,
    title: say('expiring.title'),
    section: 'expiring',
    body: html`<h1>${say('expiring.title')}</h1>
<p class="lead">${leadOf(language, page)}</p>
<div class="tools">${chips(groupChips(view))}
${searchForm({
  language,
  place,
  label: say('filter.expiring'),
  text: query.text,
  keep: { group: query.group, lang: view.place.to('').includes('lang=') ? language.language : undefined },
})}</div>
${page.rows.length === 0 ? nothing(view) : table(view)}
${pager({ language, place, next: page.next, isFirst: query.after === undefined })}`,
  });
}

function leadOf({ say }: StaffLanguage, { counts }: ExpiringPage): string {
  const all = counts['7'] + counts['30'] + counts['60'] + counts['90'];
  return say('expiring.lead', { lapsed: counts.lapsed, seven: counts['7'], all });
}

function groupChips({ language, place, query, page }: ExpiringView): Chip[] {
  const chip = (group: ExpiringGroup | undefined, count: number): Chip => ({
    name: language.say(group === undefined ? 'group.all' : `group.${group}`),
    count: language.number(count),
    href: place.here({ group, after: undefined }),
    isChosen: query.group === group,
  });
  const all = expiringGroups.reduce((sum, group) => sum + page.counts[group], 0);
  return [chip(undefined, all), ...expiringGroups.map((group) => chip(group, page.counts[group]))];
}

function nothing({ language: { say }, query }: ExpiringView): Markup {
  const isFiltered = query.text !== undefined || query.group !== undefined;
  return isFiltered
    ? emptyList(say('expiring.empty.filtered'), undefined)
    : emptyList(say('expiring.empty'), say('expiring.empty.do'));
}

const columns = ['order', 'name', 'expires', 'product', 'customer', 'notices', 'why'] as const;

function table(view: ExpiringView): Markup {
  const { language, page } = view;
  const { say } = language;
  const groups = expiringGroups
    .map((group) => ({ group, rows: page.rows.filter((row) => row.group === group) }))
    .filter(({ rows }) => rows.length > 0);
  return html`<table>
<thead><tr>${columns.map((column) => html`<th scope="col">${say(`col.${column}`)}</th>`)}</tr></thead>
${groups.map(
  ({ group, rows }) => html`<tbody>
<tr class="group"><th scope="rowgroup" colspan="${columns.length}">${say(`group.${group}`)} <span class="quiet">· ${language.number(page.counts[group])}</span></th></tr>
${rows.map((row) => orderRow(view, row))}</tbody>
`,
)}</table>`;
}

function orderRow({ language, place, account }: ExpiringView, row: ExpiringRow): Markup {
  const { say } = language;
  const { daysLeft } = row;
  const days = daysLeft < 0 ? say('days.over', { days: -daysLeft }) : say('days.left', { days: daysLeft });
  const exact = language.moment(row.endsAt, account.timeZone);
  return html`<tr>
<td class="order fixed">${ringGlyph(language, row)}${row.number}</td>
<td class="name" title="${row.commonName ?? ''}">${row.commonName ?? '—'}${row.moreNames > 0 ? html`<small>${say('names.more', { n: row.moreNames })}</small>` : ''}</td>
<td class="ends fixed"><time datetime="${row.endsOn}" title="${exact}">${language.day(row.endsOn)}</time><span class="days ${timeTone(daysLeft)}">${days}</span></td>
<td class="product">${row.product ?? row.authority}</td>
<td class="customer">${row.customer}${row.holder ? html`<small>${say('holder', { name: row.holder })}</small>` : ''}</td>
<td class="notices" data-label="${say('col.notices')}"><span>${row.noticesOn ? say('notices.on') : html`<b>${say('notices.off')}</b>`}</span>${lastNotice(language, place, row)}</td>
<td class="why quiet">${row.why ?? ''}</td>
</tr>
`;
}

function lastNotice(language: StaffLanguage, place: StaffPlace, { lastNotice }: ExpiringRow): Markup {
  const { say } = language;
  if (!lastNotice) return html`<small>${say('never-written')}</small>`;
  const day = language.day(lastNotice.at.toZonedDateTimeISO('UTC').toPlainDate().toString());
  const title = `${say('col.last-notice')}: ${stageName(language, lastNotice.stage)}`;
  return html`<small><a class="fixed" href="${place.to(`/messages/${lastNotice.message}`)}" title="${title}">${day}</a></small>`;
}
