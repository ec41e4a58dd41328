import { describe, expect, it } from 'vitest';
import { isFault } from '../kernel/fault.ts';
import { textLocales } from '../kernel/locale.ts';
import { brandSchema } from './brand.ts';
import { builtInNames, builtInTemplates } from './built-in-templates.ts';
import { decoded } from './check-template.ts';
import type { NoticeFactsInput } from './notice-facts.ts';
import type { Purpose } from './purpose.ts';
import { type RenderedNotice, renderNotice } from './render-notice.ts';
import { keptOrder, sampleFacts, sampleOrder } from './sample-facts.ts';

const brand = brandSchema.parse({
  name: 'Norte',
  social: [{ name: 'LinkedIn', url: 'https://social.example/norte' }],
  banner: {
    src: 'https://norte.example/b.png',
    alt: 'Oferta',
    href: 'https://norte.example/oferta',
    height: 90,
  },
});
const everything: readonly Purpose[] = ['safety', 'reminder', 'offer'];

type Blocks = NoticeFactsInput['blocks'];
const soon = (orders: Blocks[number]['orders']): Blocks => [
  { clock: 'coverage', stage: '60', tone: 'soon', orders },
];
const person = (locale: string, timeZone = 'UTC', name: string | null = 'Marta Ruiz') => ({
  name,
  locale,
  timeZone,
});

interface Asked {
  readonly template?: (typeof builtInNames)[number];
  readonly own?: Partial<NoticeFactsInput>;
  readonly allowed?: readonly Purpose[];
}

function rendering(blocks: Blocks, { template = 'early', own = {}, allowed = everything }: Asked = {}) {
  const facts = sampleFacts(blocks, { recipient: person('es-ES'), ...own });
  return renderNotice({
    template: builtInTemplates[template],
    facts,
    brand,
    allowedPurposes: new Set(allowed),
  });
}

async function faultOf(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return isFault(error) ? error.message : `no fault: ${String(error)}`;
}

const blocksFor: Record<(typeof builtInNames)[number], Blocks> = {
  early: soon([sampleOrder(34)]),
  'last-days': [{ clock: 'coverage', stage: '7', tone: 'urgent', orders: [sampleOrder(5)] }],
  expired: [{ clock: 'coverage', stage: '-7', tone: 'lapsed', orders: [sampleOrder(-7)] }],
  reissue: [{ clock: 'certificate', stage: '14', tone: 'soon', orders: [sampleOrder(14)] }],
};

describe.each(builtInNames)('the template %s', (template) => {
  it.each(textLocales)('leaves no Liquid, no placeholder and no exclamation mark in %s', async (locale) => {
    const notice = await rendering(blocksFor[template], { template, own: { recipient: person(locale) } });
    const visible = notice.html.replace(/<style[\s\S]*?<\/style>|<!--[\s\S]*?-->|<[^>]*>/g, ' ');
    for (const part of [notice.subject, notice.preheader, notice.text, visible]) {
      expect(part).not.toMatch(/\{\{|\}\}|\{%|\[\[|\[%|undefined|null|NaN|\[object/);
      expect(part).not.toMatch(/[!¡]/);
    }
  });

  it('speaks of Spain with caduca and of Latin America with vence', async () => {
    const spain = await rendering(blocksFor[template], { template });
    const mexico = await rendering(blocksFor[template], { template, own: { recipient: person('es-MX') } });
    expect(`${spain.html}${spain.text}${spain.subject}`).not.toMatch(/\bvenc(e|en|ió|imiento)\b|sin costo/i);
    expect(`${mexico.html}${mexico.text}${mexico.subject}`).not.toMatch(/\bcaduc|sin coste/i);
  });

  it('gives the same bytes for the same facts', async () => {
    const [one, two] = [
      await rendering(blocksFor[template], { template }),
      await rendering(blocksFor[template], { template }),
    ];
    expect(two).toEqual(one);
    expect(one.digest).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('what a value may do to a message', () => {
  const hostile = {
    script: '<script>alert(1)</script>',
    liquid: '{{ 1 | plus: 1 }}{% if x %}',
    amp: 'Müller & Söhne "GmbH" <x>',
    emoji: 'Flores 🌷 Ñandú',
    arabic: 'شركة المثال',
  };

  it.each(Object.entries(hostile))('%s is shown as it is and does nothing', async (_, holder) => {
    const notice = await rendering(soon([sampleOrder(34, 0, { holder })]));
    expect(notice.html).not.toContain('<script');
    expect(decoded(notice.html)).toContain(holder);
    expect(notice.html).not.toContain('&amp;lt;');
    expect(notice.text).toContain(holder);
  });

  it('a name in another direction is kept apart from what stands beside it', async () => {
    const notice = await rendering(soon([sampleOrder(34, 0, { holder: hostile.arabic })]));
    expect(notice.text).toContain(`\u2068${hostile.arabic}\u2069`);
  });

  it('turns of direction and line breaks that hide in a name are taken out', async () => {
    const commonName = 'a\u202Eb\r\nBcc: x@y.example';
    const notice = await rendering(soon([sampleOrder(34, 0, { commonName, names: [] })]));
    expect(notice.subject).not.toMatch(/[\r\n\u202E]/);
    expect(notice.subject).toContain('a b Bcc: x@y.example');
  });

  it('a brand called {{ x }} is a brand called {{ x }}', async () => {
    const odd = brandSchema.parse({ name: '{{ x }} <b>', legal: '{% if %}' });
    const notice = await renderNotice({
      template: builtInTemplates.early,
      facts: sampleFacts(blocksFor.early),
      brand: odd,
      allowedPurposes: new Set(everything),
    });
    expect(notice.html).toContain('&#123;&#123; x &#125;&#125; &lt;b&gt;');
    expect(notice.text).toContain('{{ x }} <b>');
    expect(notice.text).toContain('{% if %}');
  });

  it('an address that is no web address is refused', async () => {
    const links = { renew: 'javascript:alert(1)' };
    expect(await faultOf(rendering(soon([sampleOrder(34, 0, { links })])))).toContain(
      'order 1007146: "links.renew"',
    );
  });

  it('a hundred names are counted, not poured out', async () => {
    const names = Array.from({ length: 100 }, (_, i) => `host-${i}.ejemplo.example`);
    const notice = await rendering(soon([sampleOrder(34, 0, { commonName: names[0]!, names })]));
    expect(notice.html).toContain('y 95 nombres más');
    expect(notice.text).toContain('y 87 nombres más');
  });
});

describe('a fact that is missing', () => {
  it.each([
    ['commonName', ''],
    ['commonName', null],
    ['product', '   '],
    ['endsOn', undefined],
    ['issuedOn', '2026-02-31'],
    ['validity', undefined],
  ])('%s = %j is named with its order', async (field, value) => {
    const order = { ...sampleOrder(34), [field]: value } as ReturnType<typeof sampleOrder>;
    expect(await faultOf(rendering(soon([sampleOrder(40, 1), order])))).toMatch(
      new RegExp(`order 1007146: "${field}" `),
    );
  });

  it('an order without a number is named by its place', async () => {
    const order = { ...sampleOrder(34), number: '' };
    expect(await faultOf(rendering(soon([order])))).toContain(
      'order 1 of block 1 (no number): "number" is missing',
    );
  });

  it('no contact name leads to a greeting without one', async () => {
    for (const name of [null, '  ']) {
      const notice = await rendering(blocksFor.early, { own: { recipient: person('es-ES', 'UTC', name) } });
      expect(notice.text).toContain('\nBuenos días:\n');
    }
  });

  it('a template about what has ended refuses orders that still run', async () => {
    expect(await faultOf(rendering(blocksFor.early, { template: 'expired' }))).toContain('has ended');
    expect(await faultOf(rendering(blocksFor.expired, { template: 'last-days' }))).toContain('still runs');
  });
});

describe('days kept', () => {
  const promise = /conserv/i;

  it('are promised when the policy in force promises them', async () => {
    const notice = await rendering(soon([keptOrder(34)]));
    expect(notice.text).toContain('Renueve antes y conserve los 34 días que le quedan');
    expect(notice.text).toContain('399 días, hasta el 27 de diciembre de 2027');
    expect(notice.html).toContain('365 días nuevos');
  });

  it('are not mentioned when nothing is promised', async () => {
    const notice = await rendering(soon([sampleOrder(34)]));
    for (const part of [notice.subject, notice.preheader, notice.text, notice.html])
      expect(part).not.toMatch(promise);
  });

  it('are promised in the headline only when every order keeps them', async () => {
    const notice = await rendering(soon([keptOrder(34), sampleOrder(40, 1)]));
    expect(notice.text).not.toContain('Renueve antes');
    expect(notice.text).toContain('Renovado hoy conserva 34 días');
  });

  it.each(['last-days', 'reissue'] as const)('leave the headline of %s alone', async (template) => {
    const clock = template === 'reissue' ? 'certificate' : 'coverage';
    const notice = await rendering([{ clock, stage: '7', tone: 'urgent', orders: [keptOrder(5)] }], {
      template,
    });
    expect(notice.text).not.toContain('Renueve antes');
  });

  it('one day is one day', async () => {
    const notice = await rendering(soon([keptOrder(1)]));
    expect(notice.text).toContain('conserve el día que le queda');
  });

  it('before its window opens an order is told of and not invited', async () => {
    const notice = await rendering(soon([keptOrder(80, 0, { opensOn: '2026-12-01' })]));
    expect(notice.text).not.toContain('Renueve antes');
    expect(notice.text.replace(/\s+/g, ' ')).toContain(
      'Desde el 1 de diciembre de 2026 podrá renovar sin perder ningún día',
    );
    expect(notice.text).toContain('Ver el pedido:');
    expect(notice.text).not.toMatch(/Renovar ahora:/);
  });
});

describe('purposes', () => {
  const promotional = [
    'automation',
    'savings',
    'social.example',
    'norte.example/oferta',
    'Maneras de ahorrar',
    'ACME',
  ];

  it('with offers allowed, the promotional blocks are there', async () => {
    const { html, text } = await rendering(blocksFor.early);
    expect(html).toContain('Maneras de ahorrar');
    expect(text).toContain('MANERAS DE AHORRAR');
    for (const part of [html, text]) expect(part).toContain('norte.example/oferta');
  });

  it.each(builtInNames)('without offers, %s carries nothing promotional', async (template) => {
    const { html, text } = await rendering(blocksFor[template], {
      template,
      allowed: ['safety', 'reminder'],
    });
    for (const words of promotional)
      expect(`${html}${text}`.toLowerCase()).not.toContain(words.toLowerCase());
  });

  it('with safety alone, no early renewal is advertised', async () => {
    const notice = await rendering(soon([keptOrder(34)]), { allowed: ['safety'] });
    expect(notice.text).not.toMatch(/conserv/i);
  });
});

describe('one to many orders', () => {
  const mixed: Blocks = [
    { clock: 'coverage', stage: '7', tone: 'urgent', orders: [sampleOrder(5), sampleOrder(3, 1)] },
    { clock: 'coverage', stage: '30', tone: 'soon', orders: [sampleOrder(20, 2)] },
    { clock: 'certificate', stage: '14', tone: 'soon', orders: [sampleOrder(14, 3)] },
  ];

  it('clocks have blocks of their own, and the most urgent order leads', async () => {
    const notice = await rendering(mixed, { template: 'last-days' });
    expect(notice.subject).toBe('3 certificados SSL caducan, el primero en 3 días');
    expect(notice.text).toContain('3 PEDIDOS POR RENOVAR');
    expect(notice.text).toContain('CERTIFICADO NUEVO, SIN COSTE');
    expect(notice.text.indexOf('1007183')).toBeLessThan(notice.text.indexOf('N.° de pedido:  1007146'));
    expect(notice.html).toContain('#C2410C');
  });

  it('one and many are counted by the language', async () => {
    const said = async (locale: string, n: number) =>
      (
        await rendering(soon(Array.from({ length: n }, (_, i) => sampleOrder(34 + i, i))), {
          own: { recipient: person(locale) },
        })
      ).subject;
    expect(await said('en', 1)).toBe(
      'tienda.panaderia-garcia.example: your SSL certificate expires on Dec 27, 2026',
    );
    expect(await said('en-GB', 2)).toBe('2 SSL certificates expire from 27 Dec 2026');
    expect(await said('es-AR', 2)).toBe('2 certificados SSL vencen a partir del 27 dic 2026');
  });

  it('today and tomorrow have words', async () => {
    const at = async (days: number) =>
      (
        await rendering([{ clock: 'coverage', stage: '3', tone: 'urgent', orders: [sampleOrder(days)] }], {
          template: 'last-days',
        })
      ).subject;
    expect(await at(0)).toMatch(/caduca hoy$/);
    expect(await at(1)).toMatch(/caduca mañana$/);
    expect(await at(2)).toMatch(/caduca en 2 días$/);
  });

  it('the last second decides what is over, not the calendar of the reader', async () => {
    const own = { recipient: person('es-ES', 'Europe/Madrid'), asOf: '2026-11-22T23:30:00Z' };
    const order = sampleOrder(-1, 0, { endsOn: '2026-11-22' });
    const blocks: Blocks = [{ clock: 'coverage', stage: '3', tone: 'urgent', orders: [order] }];
    expect((await rendering(blocks, { template: 'last-days', own })).subject).toMatch(/caduca hoy$/);
    const later = { ...own, asOf: '2026-11-23T00:00:00Z' };
    expect((await rendering(blocks, { template: 'expired', own: later })).text).toContain(
      'Caducó hace 1 día',
    );
  });

  it('every order has its own renew, mute and not-ours link, in both parts', async () => {
    const { html, text } = await rendering(mixed, { template: 'last-days' });
    for (const { links } of mixed.flatMap((block) => block.orders)) {
      for (const part of [html, text]) for (const link of Object.values(links)) expect(part).toContain(link);
    }
  });

  it('links that were not given leave no gap', async () => {
    const { html, text } = await rendering(
      soon([sampleOrder(34, 0, { links: { renew: 'https://r.example/1' } })]),
    );
    expect(`${html}${text}`).not.toMatch(/No es nuestro|Sin más avisos/);
  });

  it('what was seen of a renewal is said on its line', async () => {
    const { text } = await rendering(
      soon([
        sampleOrder(34, 0, { perhapsRenewed: { since: '2026-11-12' } }),
        sampleOrder(34, 1, { partlyRenewed: { uncovered: ['api.hotel.example'] } }),
      ]),
    );
    expect(text.replace(/\s+/g, ' ').replaceAll('> ', '')).toContain(
      'Desde el 12 de noviembre de 2026 vemos un certificado más nuevo',
    );
    expect(text.replace(/\s+>? ?/g, ' ')).toContain('Faltan por cubrir: api.hotel.example.');
  });

  it('the local end is told once for a list and per order alone', async () => {
    const own = { recipient: person('es-MX', 'America/Mexico_City') };
    const one = await rendering(soon([sampleOrder(34)]), { own });
    expect(one.text).toContain('vence el 27 dic 2026 a las 17:59 (GMT-6)');
    const two = await rendering(soon([sampleOrder(34), sampleOrder(36, 1)]), { own });
    expect(two.text.match(/17:59/g)).toHaveLength(1);
  });

  it('twenty orders stay below the size at which Gmail cuts; of three hundred all are in the text part', async () => {
    const list = (n: number) =>
      soon(
        Array.from({ length: n }, (_, i) =>
          keptOrder(34, i, { number: `N${10_000 + i}`, holder: 'X'.repeat(200) }),
        ),
      );
    const twenty = await rendering(list(20));
    expect(Buffer.byteLength(twenty.html)).toBeLessThan(102 * 1024);
    for (let i = 0; i < 20; i += 1) expect(twenty.html).toContain(`N${10_000 + i}`);
    const many = await rendering(list(300));
    expect(Buffer.byteLength(many.html)).toBeLessThan(102 * 1024);
    expect(many.html).toMatch(/Hay 2\d\d pedidos más/);
    for (let i = 0; i < 300; i += 1) expect(many.text).toContain(`N${10_000 + i}`);
  });
});

describe('the look', () => {
  it('knows dark mode, pictures by content id with words for them, and loads nothing from elsewhere', async () => {
    const notice: RenderedNotice = await rendering(blocksFor.early, { allowed: ['safety'] });
    expect(notice.html).toContain('prefers-color-scheme: dark');
    expect(notice.html).toContain('name="color-scheme"');
    expect(notice.html).toMatch(/<img src="cid:ring@notice"[^>]*alt="34"/);
    expect(notice.html).not.toMatch(/fonts\.googleapis|@import|<link/);
    expect(notice.attachments.map((one) => one.cid)).toEqual(['ring@notice']);
    expect(notice.html).toContain('Quedan 34 días');
  });

  it('no style block is longer than Gmail reads', async () => {
    // Gmail drops a style element of more than 8,192 characters, and with it the narrow layout.
    const { html } = await rendering(blocksFor.early);
    for (const [block] of html.matchAll(/<style[\s\S]*?<\/style>/g)) expect(block.length).toBeLessThan(8_192);
  });

  it('a logo that was given as bytes is sent along', async () => {
    const logo = { src: 'data:image/png;base64,iVBORw0KGgo=', width: 120, height: 32 };
    const notice = await renderNotice({
      template: builtInTemplates.early,
      facts: sampleFacts(blocksFor.early),
      brand: brandSchema.parse({ name: 'Norte', logo }),
      allowedPurposes: new Set(everything),
    });
    expect(notice.html).toContain('src="cid:logo@notice"');
    expect(notice.attachments[1]).toMatchObject({
      cid: 'logo@notice',
      filename: 'logo.png',
      contentType: 'image/png',
    });
  });

  it('an accent that could not be read is made darker', async () => {
    const notice = await renderNotice({
      template: builtInTemplates.early,
      facts: sampleFacts(blocksFor.early),
      brand: brandSchema.parse({ name: 'Norte', accent: '#FFEE00' }),
      allowedPurposes: new Set(everything),
    });
    expect(notice.html).not.toMatch(/#FFEE00/i);
  });

  it('lines of the text part stay below 77 characters unless they hold an address', async () => {
    const { text } = await rendering(soon([keptOrder(34)]));
    const long = text.split('\n').filter((line) => line.length > 76 && !line.includes('https://'));
    expect(long).toEqual([]);
  });
});
