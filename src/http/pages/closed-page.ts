import { html } from 'hono/html';
import type { StaffLanguage } from '../staff-language.ts';
import type { Markup } from './markup.ts';
import { plainDocument } from './staff-layout.ts';

/** Why the pages of the partner's people are not shown, and what an administrator can do. */
export function closedPage(language: StaffLanguage): Markup {
  const { say } = language;
  return plainDocument(
    language,
    say('closed.title'),
    html`<p>${say('closed.lead')}</p><p>${say('closed.why')}</p>
<h2>${say('closed.do')}</h2>
<ul><li>${say('closed.do.tunnel')}</li><li>${say('closed.do.setting')}</li></ul>`,
  );
}
