import { html } from 'hono/html';
import type { CustomerOrder } from '../customer-facts.ts';
import type { PageLanguage } from '../page-language.ts';
import type { Markup } from './markup.ts';

/** Even a full ring keeps a small gap at the top right. */
const mostShown = 0.94;
/** Stages open 90 days before the end at the earliest, and the last week is urgent (look.md, Colour). */
const soonDays = 90;
const urgentDays = 7;

export function timeTone(daysLeft: number): 'in-force' | 'soon' | 'urgent' | 'lapsed' {
  if (daysLeft < 0) return 'lapsed';
  if (daysLeft <= urgentDays) return 'urgent';
  return daysLeft <= soonDays ? 'soon' : 'in-force';
}

/** The share of the lifetime that is left as an arc, with the days in its middle; words say the same aloud. */
export function timeRing(language: PageLanguage, { daysLeft, shareLeft }: CustomerOrder): Markup {
  const share = daysLeft < 0 ? 0 : Math.min(Math.max(shareLeft, 0.02), mostShown) * 100;
  const days = Math.abs(daysLeft);
  return html`<svg class="ring ${timeTone(daysLeft)}" viewBox="0 0 100 100" role="img" aria-label="${timeLeft(language, daysLeft)}"><circle class="track" cx="50" cy="50" r="45"/>${
    share === 0
      ? ''
      : html`<circle class="arc" cx="50" cy="50" r="45" pathLength="100" stroke-dasharray="${share} 100" stroke-dashoffset="${share - 100}" transform="rotate(-90 50 50)"/>`
  }<text x="50" y="57">${days}</text><text class="unit" x="50" y="73">${language.say('ring.days', { days })}</text></svg>`;
}

/** `quedan 31 días`, `caducó hace 3 días`. */
export function timeLeft(language: PageLanguage, daysLeft: number): string {
  return daysLeft < 0 ? language.say('over', { days: -daysLeft }) : language.say('left', { days: daysLeft });
}
