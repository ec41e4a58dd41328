import { html } from 'hono/html';
import type { CustomerFacts } from '../customer-facts.ts';
import { muteReasons } from '../customer-pages-port.ts';
import { pageLanguage } from '../page-language.ts';
import { oneOf, tickForm } from './choices.ts';
import { letterPage } from './letter-page.ts';
import type { Markup } from './markup.ts';
import { greeting, orderFacts } from './order-facts.ts';
import type { Missing } from './renew-page.ts';

/** Notices of one order: ask whether to switch them off, or say that they are and offer them back. */
export function mutePage(facts: CustomerFacts, missing?: Missing): Markup {
  const language = pageLanguage(facts.locale);
  const { say } = language;
  const order = facts.orders[0]!;
  const values = {
    number: order.number,
    name: order.commonName,
    date: language.day(order.endsOn),
    over: order.daysLeft < 0 ? 'yes' : 'no',
  };
  const ask = html`<p>${say('mute.lead', values)}</p>
<form method="post">
<input type="hidden" name="do" value="off">
${oneOf({
  name: 'reason',
  legend: say('mute.choose'),
  missing: missing === 'choice' ? say('choice.missing') : undefined,
  choices: muteReasons.map((value) => ({ value, label: say(`mute.${value}`) })),
})}
<button>${say('mute.button')}</button>
</form>`;
  const done = html`<p>${say('muted.lead', values)}</p>
${tickForm({
  action: 'on',
  tick: say('muted.tick'),
  button: say('muted.button'),
  missing: missing === 'tick' ? say('tick.missing') : undefined,
})}`;
  return letterPage({
    language,
    title: say('mute.title', values),
    partner: facts.partner,
    headline: say(order.noticesOn ? 'mute.headline' : 'muted.headline', values),
    body: html`<p>${greeting(language, facts.person)}</p>
${order.noticesOn ? ask : done}
${orderFacts(language, facts, order)}`,
  });
}
