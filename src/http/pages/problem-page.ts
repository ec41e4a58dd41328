import { html } from 'hono/html';
import type { ProblemDocument } from '../problem-document.ts';
import type { StaffLanguage } from '../staff-language.ts';
import type { Markup } from './markup.ts';
import { plainDocument } from './staff-layout.ts';

/** A problem document for people. */
export function problemPage(language: StaffLanguage, problem: ProblemDocument): Markup {
  const { say } = language;
  const said =
    problem.kind === 'not-found' ? say('problem.not-found') : (problem.detail ?? say('problem.internal'));
  return plainDocument(
    language,
    say('problem.title'),
    html`<p>${said}</p>${problem.hint ? html`<p>${problem.hint}</p>` : ''}
<p><a href="/">${say('problem.back')}</a></p>`,
  );
}
