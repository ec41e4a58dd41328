import type { TextLocale } from '../kernel/locale.ts';
import type { Brand } from './brand.ts';
import { builtInTemplates } from './built-in-templates.ts';
import { compileTemplate } from './compile-template.ts';
import { previewHtml } from './preview-html.ts';
import { renderCompiled } from './render-notice.ts';
import { keptOrder, sampleFacts, sampleOrder } from './sample-facts.ts';

const recipientLocales: Readonly<Record<TextLocale, string>> = {
  'es-ES': 'es-ES',
  'es-419': 'es-MX',
  en: 'en-GB',
};

/** A message of made-up orders as this brand's customers would get it; its pictures are inside. */
export async function previewBrandMail(
  brand: Brand,
  locale: TextLocale,
): Promise<{ readonly html: string; readonly subject: string; readonly text: string }> {
  const facts = sampleFacts(
    [{ clock: 'coverage', stage: '30', tone: 'soon', orders: [keptOrder(24), sampleOrder(31, 1)] }],
    { recipient: { name: 'Marta Ruiz', locale: recipientLocales[locale], timeZone: 'Europe/Madrid' } },
  );
  // Not kept: somebody is trying colours, and each try is another brand.
  const compiled = await compileTemplate(builtInTemplates.early, brand, locale);
  const rendered = renderCompiled(compiled, facts, new Set(['safety', 'reminder', 'offer']));
  return { html: previewHtml(rendered), subject: rendered.subject, text: rendered.text };
}
