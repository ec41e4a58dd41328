import { html } from 'hono/html';
import type { CustomerFacts } from '../customer-facts.ts';
import { type PageLanguage, pageLanguage } from '../page-language.ts';
import { type LinkPurpose, linkPurposes } from '../renewal-link.ts';
import { oneOf, tickForm } from './choices.ts';
import { letterPage } from './letter-page.ts';
import type { Markup } from './markup.ts';
import type { Missing } from './renew-page.ts';

/** What may be chosen behind a link of each purpose, the link's own first. */
export const unsubscribeChoices = {
  offer: ['offer', 'reminder,offer'],
  reminder: ['reminder', 'reminder,offer'],
  safety: ['reminder,offer', 'safety,reminder,offer'],
} as const satisfies Record<LinkPurpose, readonly string[]>;

/** What one click means: of the last notices nobody who stops them wants the lesser ones. */
export const oneClickPurposes: Readonly<Record<LinkPurpose, readonly LinkPurpose[]>> = {
  offer: ['offer'],
  reminder: ['reminder'],
  safety: ['safety', 'reminder', 'offer'],
};

export interface UnsubscribeState {
  /** Something was switched off just now. */
  readonly done?: boolean;
  readonly missing?: Missing;
}

/** Asks what shall no longer come and says what still will, or says that it is done and offers it back. */
export function unsubscribePage(
  facts: CustomerFacts,
  purpose: LinkPurpose,
  { done = false, missing }: UnsubscribeState = {},
): Markup {
  return done || missing === 'tick' || facts.objections.includes(purpose)
    ? unsubscribedPage(facts, missing)
    : askToUnsubscribe(facts, purpose, missing);
}

function askToUnsubscribe(facts: CustomerFacts, purpose: LinkPurpose, missing: Missing): Markup {
  const language = pageLanguage(facts.locale);
  const { say } = language;
  return letterPage({
    language,
    title: say('unsubscribe.title'),
    partner: facts.partner,
    headline: say(`unsubscribe.headline.${purpose}`),
    body: html`<p>${say('unsubscribe.lead')}</p>
<form method="post">
<input type="hidden" name="do" value="unsubscribe">
${oneOf({
  name: 'purposes',
  legend: say('unsubscribe.choose'),
  missing: missing === 'choice' ? say('choice.missing') : undefined,
  choices: unsubscribeChoices[purpose].map((value) => ({ value, label: say(`unsubscribe.${value}`) })),
})}
<button>${say('unsubscribe.button')}</button>
</form>
<h2>${say('unsubscribe.stays')}</h2>
<p>${say(`unsubscribe.stays.${purpose}`)}</p>`,
  });
}

/** Also what a one-click request is answered with when a person should see the answer. */
function unsubscribedPage(facts: CustomerFacts, missing: Missing): Markup {
  const language = pageLanguage(facts.locale);
  const { say } = language;
  const stays = linkPurposes.filter((purpose) => !facts.objections.includes(purpose));
  return letterPage({
    language,
    title: say('unsubscribe.title'),
    partner: facts.partner,
    headline: say('unsubscribed.headline'),
    body: html`<p>${say('unsubscribed.lead', { what: purposeList(language, facts.objections) })}</p>
<p>${stays.length > 0 ? say('unsubscribed.stays', { what: purposeList(language, stays) }) : say('unsubscribed.nothing')}</p>
${tickForm({
  action: 'resubscribe',
  tick: say('unsubscribed.tick'),
  button: say('unsubscribed.button'),
  missing: missing === 'tick' ? say('tick.missing') : undefined,
})}`,
  });
}

function purposeList(language: PageLanguage, purposes: readonly LinkPurpose[]): string {
  return language.list(purposes.map((purpose) => language.say(`purpose.${purpose}`)));
}
