/**
 * Draws the built-in mails with a real browser: `node test/render-mails.ts FOLDER [filter]`.
 * Every picture is one template, language, width, colour scheme and number of orders.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { brandSchema } from '../src/templates/brand.ts';
import { type BuiltInName, builtInTemplates } from '../src/templates/built-in-templates.ts';
import { previewHtml } from '../src/templates/preview-html.ts';
import { type RenderedNotice, renderNotice } from '../src/templates/render-notice.ts';
import { keptOrder, sampleFacts, sampleOrder } from '../src/templates/sample-facts.ts';

const brand = brandSchema.parse({
  name: 'Certificados del Norte',
  website: 'https://certificados.example',
  legal: {
    'es-ES':
      'Certificados del Norte, S. L. · C/ Mayor 12, 48001 Bilbao · Registro Mercantil de Bizkaia, hoja BI-00000',
    'es-419': 'Certificados del Norte · Av. Reforma 100, Ciudad de México',
    en: 'Certificados del Norte, S. L. · C/ Mayor 12, 48001 Bilbao, Spain',
  },
  support: {
    email: 'ayuda@certificados.example',
    phone: '+34 944 000 000',
    hours: { 'es-ES': 'De lunes a viernes, de 9 a 18 h', en: 'Monday to Friday, 9 to 18 h' },
  },
  social: [
    { name: 'LinkedIn', url: 'https://linkedin.example/norte' },
    { name: 'Mastodon', url: 'https://mastodon.example/@norte' },
  ],
  consoleUrl: 'https://consola.certificados.example',
  pages: { automation: 'https://certificados.example/acme', upgrade: 'https://certificados.example/comodin' },
  poweredBy: 'DigiCert',
});
const closing = brandSchema.parse({
  ...brand,
  oldConsole: { endsOn: '2027-01-31', newUrl: 'https://consola.certificados.example' },
});

const certificate = {
  issuedOn: '2026-05-22',
  endsOn: '2026-12-07',
  coverageEndsOn: '2027-06-23',
  validity: { days: 199 },
};
const scenes: Record<string, { template: BuiltInName; blocks: Parameters<typeof sampleFacts>[0] }> = {
  'early-1': {
    template: 'early',
    blocks: [{ clock: 'coverage', stage: '60', tone: 'soon', orders: [keptOrder(34)] }],
  },
  'early-3-neutral': {
    template: 'early',
    blocks: [
      {
        clock: 'coverage',
        stage: '60',
        tone: 'soon',
        orders: [34, 41, 58].map((days, at) => sampleOrder(days, at)),
      },
    ],
  },
  'last-days-1': {
    template: 'last-days',
    blocks: [{ clock: 'coverage', stage: '7', tone: 'urgent', orders: [sampleOrder(5)] }],
  },
  'last-days-3': {
    template: 'last-days',
    blocks: [
      {
        clock: 'coverage',
        stage: '7',
        tone: 'urgent',
        orders: [
          sampleOrder(3),
          sampleOrder(5, 1, { perhapsRenewed: { since: '2026-11-12' } }),
          sampleOrder(6, 2),
        ],
      },
    ],
  },
  'last-days-8-mixed': {
    template: 'last-days',
    blocks: [
      {
        clock: 'coverage',
        stage: '7',
        tone: 'urgent',
        orders: [3, 5, 6].map((days, at) => sampleOrder(days, at)),
      },
      {
        clock: 'coverage',
        stage: '30',
        tone: 'soon',
        orders: [12, 19, 26].map((days, at) => sampleOrder(days, at + 3)),
      },
      {
        clock: 'certificate',
        stage: '14',
        tone: 'soon',
        orders: [sampleOrder(14, 6, certificate), sampleOrder(14, 7, certificate)],
      },
    ],
  },
  'expired-1': {
    template: 'expired',
    blocks: [{ clock: 'coverage', stage: '-7', tone: 'lapsed', orders: [sampleOrder(-7)] }],
  },
  'expired-3': {
    template: 'expired',
    blocks: [
      {
        clock: 'coverage',
        stage: '-7',
        tone: 'lapsed',
        orders: [
          sampleOrder(-9),
          sampleOrder(-7, 1, { partlyRenewed: { uncovered: ['www.hotel-vazquez.example'] } }),
        ],
      },
      { clock: 'coverage', stage: '7', tone: 'urgent', orders: [sampleOrder(4, 2)] },
    ],
  },
  'reissue-1': {
    template: 'reissue',
    blocks: [{ clock: 'certificate', stage: '14', tone: 'soon', orders: [sampleOrder(14, 0, certificate)] }],
  },
  'reissue-3': {
    template: 'reissue',
    blocks: [
      {
        clock: 'certificate',
        stage: '14',
        tone: 'soon',
        orders: [0, 1, 2].map((at) => sampleOrder(14, at, certificate)),
      },
    ],
  },
};

const readers = {
  'es-ES': { name: 'Marta Ruiz Ortega', locale: 'es-ES', timeZone: 'Europe/Madrid' },
  'es-419': { name: 'Lucía Hernández', locale: 'es-MX', timeZone: 'America/Mexico_City' },
  en: { name: 'Björn Müller', locale: 'en-GB', timeZone: 'Europe/London' },
};

/** The faces that a reader may have installed; without them Georgia and the system's sans take over. */
function faces(): string {
  const resolve = createRequire(import.meta.url).resolve;
  return [
    ['Source Serif 4', 'source-serif-4', 600],
    ['Inter', 'inter', 400],
    ['Inter', 'inter', 600],
  ]
    .map(([family, folder, weight]) => {
      const file = resolve(`@fontsource/${folder}/files/${folder}-latin-${weight}-normal.woff2`);
      const bytes = readFileSync(file).toString('base64');
      return `@font-face{font-family:'${family}';font-weight:${weight};src:url(data:font/woff2;base64,${bytes})}`;
    })
    .join('');
}

async function draw(browser: Browser, name: string, notice: RenderedNotice, folder: string): Promise<void> {
  for (const width of [700, 320]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
      await page.setContent(previewHtml(notice).replace('</head>', `<style>${faces()}</style></head>`));
      await page.evaluate('document.fonts.ready');
      await page.screenshot({
        path: join(folder, `mail-${name}-${width}-${colorScheme}.png`),
        fullPage: true,
      });
      await page.close();
    }
  }
}

const [folder = '/tmp/mails', filter = ''] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
  for (const [scene, { template, blocks }] of Object.entries(scenes)) {
    for (const [locale, recipient] of Object.entries(readers)) {
      const name = `${scene}-${locale}`;
      if (!name.includes(filter)) continue;
      const notice = await renderNotice({
        template: builtInTemplates[template],
        facts: sampleFacts(blocks, { recipient }),
        brand: template === 'last-days' ? closing : brand,
        allowedPurposes: new Set(['safety', 'reminder', 'offer'] as const),
      });
      writeFileSync(
        join(folder, `mail-${name}.txt`),
        `${notice.subject}\n${notice.preheader}\n\n${notice.text}`,
      );
      writeFileSync(join(folder, `mail-${name}.html`), previewHtml(notice));
      await draw(browser, name, notice, folder);
      console.log(`${name}: ${Buffer.byteLength(notice.html)} bytes · ${notice.subject}`);
    }
  }
} finally {
  await browser.close();
}
