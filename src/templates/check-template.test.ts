import { describe, expect, it } from 'vitest';
import { builtInNames, builtInTemplates } from './built-in-templates.ts';
import { checkTemplate } from './check-template.ts';
import type { TemplateSource } from './template-source.ts';

const early = builtInTemplates.early;

async function kinds(own: Partial<TemplateSource>): Promise<string[]> {
  const findings = await checkTemplate({ ...early, name: 'copy', ...own });
  return [...new Set(findings.map((finding) => finding.kind))];
}

describe('the check of a template', () => {
  it.each(builtInNames)('finds nothing to mend in %s', async (name) => {
    expect(await checkTemplate(builtInTemplates[name])).toEqual([]);
  });

  it('misses the facts and links of a list that was taken out', async () => {
    const mjml = early.mjml.replace("[% include 'orders' %]", '');
    expect(await kinds({ mjml })).toEqual(expect.arrayContaining(['missing-fact', 'missing-link']));
  });

  it('misses a single fact', async () => {
    const parts = { ...early.parts, letter: early.parts.letter!.replaceAll('{{ o.validity }}', '') };
    const findings = await checkTemplate({ ...early, parts });
    expect(findings).toContainEqual({
      kind: 'missing-fact',
      locale: 'en',
      part: 'text',
      fact: 'PROBE-9000 validity',
    });
  });

  it('misses the way out of the notices', async () => {
    const parts = {
      ...early.parts,
      foot: early.parts.foot!.replace('{{ links.unsubscribe }}', 'https://x.example'),
    };
    const findings = await checkTemplate({ ...early, parts });
    expect(findings).toContainEqual({
      kind: 'missing-link',
      locale: 'en',
      part: 'html',
      link: 'unsubscribe',
    });
  });

  it('sees promotion that is not behind consent', async () => {
    const parts = {
      ...early.parts,
      promotions: early.parts.promotions!.replace('show.offer', 'show.reminder'),
    };
    expect(await kinds({ parts })).toContain('offer-without-consent');
  });

  it('names variables that no notice has, in branches not taken too', async () => {
    const findings = await checkTemplate({ ...early, subject: '{% if promises %}{{ v.nope }}{% endif %}x' });
    expect(findings).toContainEqual({
      kind: 'unknown-variable',
      locale: 'en',
      part: 'subject',
      name: 'v.nope',
    });
  });

  it.each([
    ['a tag that reads files', "{% include 'etc' %}"],
    ['a filter that is not ours', '{{ v.name | date: "%Y" }}'],
    ['an unknown text', "{{ 'no.such.text' | say: v }}"],
    ['an open block', '{% if promises %}'],
  ])('refuses %s', async (_, subject) => {
    expect(await kinds({ subject })).toEqual(['broken']);
  });

  it('refuses MJML that is not MJML', async () => {
    expect(await kinds({ mjml: early.mjml.replace("[% include 'opening' %]", '<mj-nonsense />') })).toEqual([
      'broken',
    ]);
  });

  it('wants words for pictures and a plain-text part', async () => {
    const mjml = early.mjml.replace(
      "[% include 'people' %]",
      '<mj-raw><img src="https://x.example/a.png"></mj-raw>',
    );
    expect(await kinds({ mjml, text: 'x' })).toEqual(
      expect.arrayContaining(['picture-without-words', 'no-text-part']),
    );
  });
});
