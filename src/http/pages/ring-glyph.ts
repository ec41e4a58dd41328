import { html } from 'hono/html';
import type { StaffLanguage } from '../staff-language.ts';
import type { Markup } from './markup.ts';

export type TimeTone = 'in-force' | 'soon' | 'urgent' | 'lapsed';

/** The last week is urgent; the first stage opens 90 days before the end (look.md, Colour). */
const urgentDays = 7;
const soonDays = 90;
/** Even a full ring keeps a small gap at the top right. */
const mostShown = 92;

export function timeTone(daysLeft: number): TimeTone {
  if (daysLeft < 0) return 'lapsed';
  if (daysLeft <= urgentDays) return 'urgent';
  return daysLeft <= soonDays ? 'soon' : 'in-force';
}

/** What is left of the lifetime as an arc of 16 pixels, ending at the top; its word for who does not see it. */
export function ringGlyph(language: StaffLanguage, row: { daysLeft: number; shareLeft: number }): Markup {
  const tone = timeTone(row.daysLeft);
  const share = Math.round(Math.min(Math.max(row.shareLeft * 100, 6), mostShown));
  return html`<svg class="glyph ${tone}" viewBox="0 0 100 100" role="img" aria-label="${language.say(`tone.${tone}`)}"><circle class="track" cx="50" cy="50" r="42"${tone === 'lapsed' ? html` pathLength="100"` : ''}/>${tone === 'lapsed' ? '' : arc(share, 42)}</svg>`;
}

/** The mark: about four fifths, a small gap at the top right. */
export function ringMark(): Markup {
  return html`<svg viewBox="0 0 100 100" fill="none" stroke="currentColor" stroke-width="13" aria-hidden="true"><circle cx="50" cy="50" r="42" stroke-opacity=".22"/>${arc(80, 42)}</svg>`;
}

function arc(share: number, radius: number): Markup {
  return html`<circle cx="50" cy="50" r="${radius}" pathLength="100" stroke-dasharray="${share} 100" stroke-dashoffset="${share - 100}" transform="rotate(-90 50 50)"/>`;
}
