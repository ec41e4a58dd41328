import { html } from 'hono/html';
import type { CustomerFacts } from '../customer-facts.ts';
import { type NotMineReason, notMineReasons } from '../customer-pages-port.ts';
import { type PageLanguage, pageLanguage } from '../page-language.ts';
import { oneOf, tickForm } from './choices.ts';
import { letterPage } from './letter-page.ts';
import type { Markup } from './markup.ts';
import type { Missing } from './renew-page.ts';

/** “Not mine”: the right person is looked for and this one is left alone about the order. */
export function notMinePage(facts: CustomerFacts, missing?: Missing): Markup {
  const language = pageLanguage(facts.locale);
  const { say } = language;
  const order = facts.orders[0]!;
  const values = { number: order.number, name: order.commonName };
  const ask = html`<p>${say('not-mine.lead', values)}</p>
<form method="post">
<input type="hidden" name="do" value="disown">
${oneOf({
  name: 'reason',
  legend: say('not-mine.choose'),
  missing: missing === 'choice' ? say('choice.missing') : undefined,
  choices: notMineReasons.map((value) => ({ value, label: reasonWords(language, value, facts.company) })),
})}
<button>${say('not-mine.button')}</button>
</form>`;
  const done = html`<p>${say('disowned.lead', values)}</p>
${tickForm({
  action: 'take-back',
  tick: say('disowned.tick'),
  button: say('disowned.button'),
  missing: missing === 'tick' ? say('tick.missing') : undefined,
})}`;
  return letterPage({
    language,
    title: say('not-mine.title'),
    partner: facts.partner,
    headline: say(facts.disowned ? 'disowned.headline' : 'not-mine.headline', values),
    body: facts.disowned ? done : ask,
  });
}

function reasonWords({ say }: PageLanguage, reason: NotMineReason, company: string | undefined): string {
  if (reason === 'someone-else') return say('not-mine.someone-else');
  return company ? say(`not-mine.${reason}`, { company }) : say(`not-mine.${reason}.plain`);
}
