import { html } from 'hono/html';
import type { PartnerLine } from '../staff-facts.ts';
import type { StaffLanguage } from '../staff-language.ts';
import type { StaffPlace } from '../staff-place.ts';
import { staffStyleName } from '../static-files.ts';
import type { Markup } from './markup.ts';
import { ringMark } from './ring-glyph.ts';

export interface StaffPage {
  readonly language: StaffLanguage;
  readonly place: StaffPlace;
  readonly account: PartnerLine;
  readonly title: string;
  readonly section: 'expiring' | 'messages';
  readonly body: Markup;
}

/** The frame of every page: sections on the left, the page's one list or thing beside them. */
export function staffLayout({ language, place, account, title, section, body }: StaffPage): Markup {
  const { say } = language;
  const other = say('nav.other-language');
  return document({
    language,
    title: `${title} · Vigente`,
    body: html`<a class="skip" href="#content">${say('nav.skip')}</a>
<div class="frame">
<header class="side">
<a class="mark" href="${place.to('/')}">${ringMark()}<span>Vigente<small>${account.name}</small></span></a>
<nav aria-label="${say('nav.label')}"><ul>
${sectionLink(section === 'expiring', place.to('/'), say('nav.expiring'))}
${sectionLink(section === 'messages', place.to('/messages'), say('nav.messages'))}
</ul></nav>
<div class="about">
<p${account.sendingOn ? '' : html` class="off"`}>${say(account.sendingOn ? 'sending.on' : 'sending.off')}</p>
<p><a href="${place.here({ lang: other })}" lang="${other}" hreflang="${other}">${say('nav.other-language.name')}</a></p>
</div>
</header>
<main id="content" tabindex="-1">
${body}
</main>
</div>`,
  });
}

/** A page that stands alone: an explanation, a problem. */
export function plainDocument(language: StaffLanguage, title: string, body: Markup): Markup {
  return document({
    language,
    title: `${title} · Vigente`,
    body: html`<main class="alone"><h1>${title}</h1>${body}</main>`,
  });
}

function document({
  language,
  title,
  body,
}: {
  language: StaffLanguage;
  title: string;
  body: Markup;
}): Markup {
  return html`<!doctype html>
<html lang="${language.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="/assets/${staffStyleName}">
<link rel="icon" href="data:,">
</head>
<body>
${body}
</body>
</html>`;
}

function sectionLink(isHere: boolean, href: string, name: string): Markup {
  return html`<li><a class="section" href="${href}"${isHere ? html` aria-current="page"` : ''}>${name}</a></li>`;
}
