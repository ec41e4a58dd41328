import { html } from 'hono/html';
import type { StaffLanguage } from '../staff-language.ts';
import type { StaffPlace } from '../staff-place.ts';
import type { Markup } from './markup.ts';
import { ringMark } from './ring-glyph.ts';

export interface Chip {
  readonly name: string;
  readonly count?: string | undefined;
  readonly href: string;
  readonly isChosen: boolean;
}

export function chips(list: readonly Chip[]): Markup {
  return html`<ul class="chips">${list.map(
    ({ name, count, href, isChosen }) =>
      html`<li><a href="${href}"${isChosen ? html` aria-current="true"` : ''}>${name}${count === undefined ? '' : html` <span class="count">${count}</span>`}</a></li>`,
  )}</ul>`;
}

export interface Search {
  readonly language: StaffLanguage;
  readonly place: StaffPlace;
  readonly label: string;
  readonly text: string | undefined;
  /** What the form has to keep. */
  readonly keep: Readonly<Record<string, string | undefined>>;
}

/** A GET form: looking for something changes nothing and can be bookmarked. */
export function searchForm({ language, place, label, text, keep }: Search): Markup {
  const { say } = language;
  const kept = Object.entries(keep).filter(([, value]) => value !== undefined);
  return html`<form class="search" role="search" method="get">
${kept.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<input type="search" name="q" value="${text ?? ''}" maxlength="100" placeholder="${label}" aria-label="${label}">
<button>${say('filter.button')}</button>
${text ? html`<a href="${place.here({ q: undefined, after: undefined })}">${say('filter.clear')}</a>` : ''}
</form>`;
}

export interface Pager {
  readonly language: StaffLanguage;
  readonly place: StaffPlace;
  readonly next: string | null;
  readonly isFirst: boolean;
}

export function pager({ language, place, next, isFirst }: Pager): Markup | '' {
  if (next === null && isFirst) return '';
  const { say } = language;
  return html`<p class="pager">
${next === null ? '' : html`<a class="button" rel="next" href="${place.here({ after: next })}">${say('page.next')}</a>`}
${isFirst ? '' : html`<a class="button plain" href="${place.here({ after: undefined })}">${say('page.first')}</a>`}
</p>`;
}

/** One sentence, the ring, one thing to do. */
export function emptyList(sentence: string, whatToDo: string | undefined): Markup {
  return html`<div class="empty">${ringMark()}<p>${sentence}</p>${whatToDo ? html`<p class="quiet">${whatToDo}</p>` : ''}</div>`;
}
