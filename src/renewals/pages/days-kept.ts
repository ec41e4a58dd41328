import { html } from 'hono/html';
import type { CustomerOrder } from '../customer-facts.ts';
import type { PageLanguage } from '../page-language.ts';
import type { Markup, MaybeMarkup } from './markup.ts';

/** Drawn no narrower, so that three days beside a year are still seen. */
const leastWidth = 18;
const width = 600;

/** The promise as a picture: the days that are left, then the new term. Nothing without a confirmed promise. */
export function daysKept(language: PageLanguage, order: CustomerOrder): MaybeMarkup {
  const { keeps, endsOn, validity } = order;
  if (!keeps || !validity || keeps.days < 1 || order.asks === 'reissue') return '';
  const { say } = language;
  const end = Temporal.PlainDate.from(endsOn);
  const today = end.subtract({ days: keeps.days });
  const whole = today.until(keeps.until, { largestUnit: 'days' }).days;
  const kept = Math.max(leastWidth, Math.round((keeps.days / Math.max(whole, 1)) * width));
  const sum = say('keeps.sum', { days: say('days', { n: keeps.days }), term: language.term(validity) });
  return html`<section class="keeps"><h2>${sum}</h2>
<svg viewBox="0 0 ${width} 14" preserveAspectRatio="none" role="img" aria-label="${say('keeps.title')}"><rect class="kept" width="${kept - 3}" height="14" rx="3"/><rect class="term" x="${kept}" width="${width - kept}" height="14" rx="3"/></svg>
<dl>${label(say('keeps.today'), language.shortDay(today.toString()))}${label(say('keeps.end'), language.shortDay(endsOn))}${label(say('keeps.until'), language.shortDay(keeps.until))}</dl></section>`;
}

function label(name: string, value: string): Markup {
  return html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}
