import { html } from 'hono/html';
import type { CustomerFacts, CustomerOrder } from '../customer-facts.ts';
import { type PageLanguage, pageLanguage } from '../page-language.ts';
import { oneOf, tickForm } from './choices.ts';
import { daysKept } from './days-kept.ts';
import { letterPage } from './letter-page.ts';
import type { Markup, MaybeMarkup } from './markup.ts';
import { endOf, greeting, namesOf, orderFacts } from './order-facts.ts';
import { timeRing } from './time-ring.ts';

/** What a form came back without. */
export type Missing = 'choice' | 'orders' | 'tick' | undefined;

/** The page behind the renew button: ask, thank, or say that there is nothing to do. */
export function renewPage(facts: CustomerFacts, missing?: Missing): Markup {
  const of = (kind: CustomerOrder['standing']['kind']) =>
    facts.orders.filter(({ standing }) => standing.kind === kind);
  if (of('open').length > 0) return askPage(facts, of('open'), missing);
  if (of('requested').length > 0) return thanksPage(facts, of('requested'), missing);
  if (of('renewed').length > 0) return renewedPage(facts, of('renewed'));
  return closedPage(facts, facts.orders[0]!);
}

function askPage(facts: CustomerFacts, open: readonly CustomerOrder[], missing: Missing): Markup {
  const language = pageLanguage(facts.locale);
  const { say } = language;
  const first = open[0]!;
  const count = open.length;
  const asks = whatIsAsked(open);
  return letterPage({
    language,
    title: say(`${asks}.title`, { count, number: first.number }),
    partner: facts.partner,
    headline: headlineOf(language, open),
    sign: timeRing(language, first),
    body: html`${count === 1 ? daysKept(language, first) : ''}
<p>${greeting(language, facts.person)}</p>
<p>${say(`${asks}.lead`, { count })}${first.daysLeft < 0 ? ` ${say('renew.lead.over')}` : ''}</p>
${alreadyAsked(language, facts)}
${count === 1 ? orderFacts(language, facts, first) : ''}
<form method="post">
<input type="hidden" name="do" value="renew">
${count === 1 ? '' : orderChoices(language, open, missing)}
${oneOf({
  name: 'how',
  legend: say(`${asks}.choose`, { count }),
  missing: missing === 'choice' ? say('choice.missing') : undefined,
  choices: [
    { value: 'same', label: say('renew.same'), more: say(`${asks}.same.more`, { count }) },
    { value: 'talk-first', label: say('renew.talk'), more: say('renew.talk.more') },
  ],
})}
<button>${say(`${asks}.button`, { count })}</button>
<p class="quiet">${say(`${asks}.binding`)}</p>
</form>
${folds(language, asks, count)}`,
  });
}

/** The words for what the open orders need; a mixture is spoken of as renewals, and each line says what it is. */
function whatIsAsked(orders: readonly CustomerOrder[]): 'renew' | 'reissue' {
  return orders.every(({ asks }) => asks === 'reissue') ? 'reissue' : 'renew';
}

function headlineOf(language: PageLanguage, open: readonly CustomerOrder[]): string {
  const { say, day } = language;
  const first = open[0]!;
  const count = open.length;
  const values = { count, name: first.commonName, date: day(first.endsOn) };
  const keepsDays =
    whatIsAsked(open) === 'renew' &&
    open.every(({ keeps, daysLeft }) => keeps && keeps.days > 0 && daysLeft > 0);
  if (keepsDays) return say('renew.headline.keeps', { ...values, kept: first.keeps!.days });
  return say(`${whatIsAsked(open)}.headline`, { ...values, over: first.daysLeft < 0 ? 'yes' : 'no' });
}

/** Ticked beforehand: the person asked for all of them by the link, and the question below decides. */
function orderChoices(language: PageLanguage, open: readonly CustomerOrder[], missing: Missing): Markup {
  const { say } = language;
  return html`<fieldset><legend>${say('renew.orders')}</legend>
${missing === 'orders' ? html`<p class="wrong" role="alert">${say('orders.missing')}</p>` : ''}
<ul class="orders">${open.map(
    (
      order,
    ) => html`<li><label class="choice"><input type="checkbox" name="order" value="${order.order}" checked><span><b>${namesOf(language, order)}</b><small>${order.number} · ${order.product}</small><small>${endOf(language, order)}${order.asks === 'reissue' ? ` · ${say('reissue.mark')}` : keepsOf(language, order)}</small></span></label></li>
`,
  )}</ul></fieldset>`;
}

function keepsOf(language: PageLanguage, { keeps }: CustomerOrder): string {
  if (!keeps || keeps.days < 1) return '';
  const days = language.say('days', { n: keeps.days });
  return ` · ${language.say('keeps.each', { days, until: language.shortDay(keeps.until) })}`;
}

function alreadyAsked(language: PageLanguage, { orders }: CustomerFacts): MaybeMarkup {
  const asked = orders.filter(({ standing }) => standing.kind === 'requested');
  if (asked.length === 0) return '';
  const numbers = language.list(asked.map(({ number }) => number));
  return html`<p class="quiet">${language.say('requested.some', { count: asked.length, numbers })}</p>`;
}

function folds({ say }: PageLanguage, asks: 'renew' | 'reissue', count: number): Markup {
  return html`<div class="folds">
<details><summary>${say('renew.next')}</summary>${nextSteps(say, asks, count)}</details>
<details><summary>${say('renew.already')}</summary><p>${say('renew.already.text')}</p></details>
</div>`;
}

function nextSteps(say: PageLanguage['say'], asks: 'renew' | 'reissue', count: number): Markup {
  return html`<ol><li>${say(`${asks}.next.1`, { count })}</li><li>${say(`${asks}.next.2`)}</li><li>${say('renew.next.3')}</li></ol>`;
}

function thanksPage(facts: CustomerFacts, asked: readonly CustomerOrder[], missing: Missing): Markup {
  const language = pageLanguage(facts.locale);
  const { say } = language;
  const first = asked[0]!;
  const count = asked.length;
  const asks = whatIsAsked(asked);
  const lead = asks === 'reissue' ? 'reissue.requested.lead' : 'requested.lead';
  const at = first.standing.kind === 'requested' ? language.moment(first.standing.at, facts.timeZone) : '';
  return letterPage({
    language,
    title: say('requested.title'),
    partner: facts.partner,
    headline: say('requested.headline'),
    body: html`<p>${greeting(language, facts.person)}</p>
<p>${say(lead, { count, number: first.number, at })}</p>
<h2>${say('renew.next')}</h2>${nextSteps(say, asks, count)}
${count === 1 ? orderFacts(language, facts, first) : ''}
<div class="folds"><details${missing === 'tick' ? html` open` : ''}><summary>${say('requested.undo')}</summary>
<p>${say('requested.undo.text')}</p>
${tickForm({
  action: 'withdraw',
  tick: say('requested.undo.tick'),
  button: say('requested.undo.button'),
  missing: missing === 'tick' ? say('tick.missing') : undefined,
})}</details></div>`,
  });
}

function renewedPage(facts: CustomerFacts, renewed: readonly CustomerOrder[]): Markup {
  const language = pageLanguage(facts.locale);
  const { say } = language;
  const first = renewed[0]!;
  const by = first.standing.kind === 'renewed' ? first.standing.by : undefined;
  return letterPage({
    language,
    title: say('renew.title', { count: renewed.length, number: first.number }),
    partner: facts.partner,
    headline: say('renewed.headline', { count: renewed.length, number: first.number }),
    body: html`<p>${greeting(language, facts.person)}</p>
<p>${say('renewed.lead', { date: language.day(first.endsOn) })}${by ? ` ${say('renewed.by', { number: by })}` : ''}</p>
${renewed.length === 1 ? orderFacts(language, facts, first) : ''}`,
  });
}

function closedPage(facts: CustomerFacts, order: CustomerOrder): Markup {
  const language = pageLanguage(facts.locale);
  const { say } = language;
  return letterPage({
    language,
    title: say('renew.title', { count: 1, number: order.number }),
    partner: facts.partner,
    headline: say('closed.headline'),
    body: html`<p>${greeting(language, facts.person)}</p><p>${say('closed.lead', { number: order.number })}</p>
${orderFacts(language, facts, order)}`,
  });
}
