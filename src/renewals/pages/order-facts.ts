import { html } from 'hono/html';
import { formatMoney } from '../../kernel/money.ts';
import type { CustomerFacts, CustomerOrder } from '../customer-facts.ts';
import type { PageLanguage } from '../page-language.ts';
import type { Markup } from './markup.ts';
import { timeLeft, timeTone } from './time-ring.ts';

/** What there is to know of one order, a line a fact; what is not known has no line. */
export function orderFacts(language: PageLanguage, facts: CustomerFacts, order: CustomerOrder): Markup {
  const { say, day } = language;
  const account = [facts.accountNumber, facts.company].filter(Boolean).join(' · ');
  const lines: readonly (readonly [string, string | Markup | undefined | false])[] = [
    [say('fact.number'), order.number],
    [say('fact.name'), namesOf(language, order)],
    [say('fact.product'), [order.product, order.authority].filter(Boolean).join(' · ')],
    [say('fact.holder'), order.holder],
    [say('fact.account'), account || undefined],
    [say('fact.issued'), order.issuedOn && day(order.issuedOn)],
    [say('fact.ends'), endOf(language, order)],
    [say('fact.validity'), order.validity && language.term(order.validity)],
    [say('fact.price'), order.asks === 'renewal' && order.price && formatMoney(order.price, language.locale)],
  ];
  return html`<h2>${say('facts.title', { count: 1 })}</h2>
<dl class="facts">${lines.map(([name, value]) => (value ? html`<div><dt>${name}</dt><dd>${value}</dd></div>` : ''))}</dl>`;
}

export function namesOf(language: PageLanguage, { commonName, names }: CustomerOrder): string {
  const others = names.filter((name) => name !== commonName).length;
  return others === 0 ? commonName : `${commonName} ${language.say('fact.names', { n: others })}`;
}

export function endOf(language: PageLanguage, { endsOn, daysLeft }: CustomerOrder): Markup {
  return html`${language.day(endsOn)} · <span class="${timeTone(daysLeft)}">${timeLeft(language, daysLeft)}</span>`;
}

export function greeting(language: PageLanguage, person: string | undefined): string {
  return person ? language.say('greeting.named', { person }) : language.say('greeting.plain');
}
