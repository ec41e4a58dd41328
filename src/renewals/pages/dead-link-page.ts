import { html } from 'hono/html';
import type { PartnerFace } from '../customer-facts.ts';
import { pageLanguage } from '../page-language.ts';
import { letterPage } from './letter-page.ts';
import type { Markup } from './markup.ts';

/** For a link that stands for nothing, and what to do instead. */
export function deadLinkPage(locale: string, partner?: PartnerFace): Markup {
  const language = pageLanguage(locale);
  const { say } = language;
  return letterPage({
    language,
    title: say('dead.title'),
    partner,
    headline: say('dead.headline'),
    body: html`<p>${say('dead.lead')}</p>
<ul><li>${say('dead.1')}</li><li>${say('dead.2')}</li><li>${say('dead.3')}</li></ul>`,
  });
}

/** For a moment in which something of ours does not answer. */
export function troublePage(locale: string): Markup {
  const language = pageLanguage(locale);
  const { say } = language;
  return letterPage({
    language,
    title: say('error.title'),
    partner: undefined,
    headline: say('error.headline'),
    body: html`<p>${say('error.lead')}</p>`,
  });
}
