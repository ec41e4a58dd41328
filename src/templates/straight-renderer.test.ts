import { describe, expect, it } from 'vitest';
import { textLocales } from '../kernel/locale.ts';
import { brandSchema } from './brand.ts';
import { builtInNames, builtInTemplates } from './built-in-templates.ts';
import { type CompiledTemplate, compileTemplate } from './compile-template.ts';
import { factEngine } from './liquid-engine.ts';
import { renderCompiled } from './render-notice.ts';
import { keptOrder, sampleFacts, sampleOrder } from './sample-facts.ts';
import { speaker } from './say.ts';
import { straightRenderer } from './straight-renderer.ts';
import { textsByLocale } from './texts/texts-by-locale.ts';

const brand = brandSchema.parse({ name: 'Norte & {{ hijos }}', consoleUrl: 'https://c.example' });
const purposes = new Set(['safety', 'reminder', 'offer'] as const);

/** The same template, left to LiquidJS alone. */
function byLiquid(compiled: CompiledTemplate): CompiledTemplate {
  const slow = (part: CompiledTemplate['html']) => ({ ...part, straight: undefined });
  return {
    ...compiled,
    html: slow(compiled.html),
    text: slow(compiled.text),
    subject: slow(compiled.subject),
    preheader: slow(compiled.preheader),
  };
}

describe.each(builtInNames)('%s', (name) => {
  const days = name === 'expired' ? -5 : 5;
  const clock = name === 'reissue' ? 'certificate' : 'coverage';
  const orders = [
    (days > 0 ? keptOrder : sampleOrder)(days, 0, { holder: '<b>"A" & \'B\'</b>' }),
    sampleOrder(days, 1, { authority: null, links: { renew: 'https://r.example/?a=1&b=2' } }),
    sampleOrder(days + 1, 2, { perhapsRenewed: { since: '2026-11-01' } }),
  ];

  it.each(textLocales)('comes out byte for byte as LiquidJS renders it in %s', async (locale) => {
    const compiled = await compileTemplate(builtInTemplates[name], brand, locale);
    for (const part of [compiled.html, compiled.text, compiled.subject, compiled.preheader]) {
      expect(part.straight).toBeDefined();
    }
    for (const some of [orders, orders.slice(0, 1)]) {
      const facts = sampleFacts([
        { clock, stage: 'x', tone: 'soon', orders: some },
        { clock: 'certificate', stage: 'y', tone: 'soon', orders: [sampleOrder(20, 4)] },
      ]);
      expect(renderCompiled(compiled, facts, purposes)).toEqual(
        renderCompiled(byLiquid(compiled), facts, purposes),
      );
    }
  });
});

describe('a template of somebody else', () => {
  const engine = factEngine(speaker('en', textsByLocale.en), 'html');
  const view = { a: { b: '<x>', list: [1, 2], none: null }, yes: true, n: 3 };
  const both = (source: string) => {
    const template = engine.parse(source);
    return [straightRenderer(template)?.(view), engine.renderSync(template, view)];
  };

  it.each([
    '{{ a.b }}|{{ a.none }}|{{ n }}',
    '{% if a.none %}x{% elsif n > 2 and yes %}y{% else %}z{% endif %}',
    '{% if a.nothing or yes %}x{% endif %}',
    '{% unless yes %}x{% else %}y{% endunless %}',
    '{% for i in a.list %}{% for j in a.list %}{{ i }}{{ j }}{{ forloop.index }}{% endfor %}{{ forloop.last }}{% endfor %}',
    '{% for i in a.list %}{% for i in a.list %}{{ i }}{% endfor %}{{ i }}{% endfor %}',
  ])('gives what LiquidJS gives: %s', (source) => {
    const [straight, liquid] = both(source);
    expect(straight).toBe(liquid);
  });

  it.each([
    '{{ a.list.size }}',
    '{% assign c = 1 %}{{ c }}',
    '{% for i in a.list limit: 1 %}{{ i }}{% endfor %}',
    '{% case n %}{% when 3 %}x{% endcase %}',
    '{% if n == 3 %}x{% endif %}',
    '{{ a.constructor }}',
  ])('is left to LiquidJS: %s', (source) => {
    expect(straightRenderer(engine.parse(source))).toBeUndefined();
  });

  it('is stopped when it needs too many steps', () => {
    const list = Array.from({ length: 2_000 }, (_, i) => i);
    const loops = '{% for i in l %}{% for j in l %}{{ j }}{% endfor %}{% endfor %}';
    expect(() => straightRenderer(engine.parse(loops))!({ l: list })).toThrow('more steps');
  });

  it('is told the name that is not there', () => {
    expect(() => straightRenderer(engine.parse('{{ a.nope }}'))!(view)).toThrow('undefined variable: a.nope');
  });
});
