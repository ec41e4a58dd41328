import { html, raw } from 'hono/html';
import type { PartnerFace } from '../customer-facts.ts';
import type { PageLanguage } from '../page-language.ts';
import { letterStyle } from './letter-style.ts';
import type { Markup, MaybeMarkup } from './markup.ts';

export interface Letter {
  readonly language: PageLanguage;
  /** Of the window; the partner's name follows it. */
  readonly title: string;
  readonly partner: PartnerFace | undefined;
  readonly headline: string;
  /** Stands beside the headline. */
  readonly sign?: MaybeMarkup;
  readonly body: Markup;
}

/** A page that reads as a letter from the partner: one column, one question answered at the top. */
export function letterPage({ language, title, partner, headline, sign = '', body }: Letter): Markup {
  return html`<!doctype html>
<html lang="${language.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>${partner ? `${title} · ${partner.name}` : title}</title>
<style>${raw(letterStyle)}</style>
</head>
<body>
<div class="column">
${partner ? html`<p class="from">${logoOrName(partner)}</p>` : ''}
<main>
<div class="top">${sign}<h1>${headline}</h1></div>
${body}
</main>
${partner ? letterFoot(language, partner) : ''}
</div>
</body>
</html>`;
}

function logoOrName({ logo, name }: PartnerFace): Markup {
  if (!logo) return html`${name}`;
  return html`<img src="${logo.src}" alt="${name}" width="${logo.width}" height="${logo.height}">`;
}

function letterFoot(language: PageLanguage, { support, legal }: PartnerFace): Markup {
  return html`<footer>
${support?.email || support?.phone ? html`<p>${language.say('help.title')} ${waysToReach(support)}</p>` : ''}
${legal ? html`<p>${legal}</p>` : ''}
</footer>`;
}

function waysToReach({ email, phone, hours }: NonNullable<PartnerFace['support']>): Markup {
  const ways = [
    phone ? html`<a href="tel:${phone.replace(/[^+\d]/g, '')}">${phone}</a>` : '',
    email ? html`<a href="mailto:${email}">${email}</a>` : '',
    hours ? html`${hours}` : '',
  ].filter((way) => way !== '');
  return html`${ways.map((way, index) => (index === 0 ? way : html` · ${way}`))}`;
}
