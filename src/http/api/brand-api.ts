import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import {
  type BrandShown,
  brandChanged,
  brandLook,
  brandPreview,
  brandPreviewWish,
  brandShown,
  logoRead,
} from '../../../contract/brand.ts';
import { changeDefaultBrand, type DefaultBrand, loadDefaultBrand } from '../../partners/default-brand.ts';
import { checkedBrand } from '../../partners/set-up-partner.ts';
import { brandColour } from '../../pictures/brand-colours.ts';
import { previewRenewalPage } from '../../renewals/preview-page.ts';
import { type Brand, brandSchema } from '../../templates/brand.ts';
import { previewBrandMail } from '../../templates/preview-brand.ts';
import { partnerFace } from '../partner-face.ts';
import type { ApiDeps, ApiEnv, ApiRoutes } from './api-context.ts';
import { answers, apiRoute, jsonBody } from './api-route.ts';
import { scopeOfCaller } from './caller-scope.ts';
import { etagOf, refuseStale } from './etag.ts';
import { colourWords, readLogoOf } from './logo-presenter.ts';
import { newRoutes } from './new-routes.ts';
import { recordUndoable } from './recorded.ts';

const tags = ['Brand'];
const path = '/api/brand';
const ifMatch = z.object({ 'if-match': z.string().min(1).meta({ description: 'the brand’s etag' }) });
/** Spanish of Spain and of America begin pages of their own. */
const pageLocales = { 'es-ES': 'es-ES', 'es-419': 'es-MX', en: 'en-GB' } as const;

export function brandApi(deps: ApiDeps): ApiRoutes {
  const api = newRoutes();
  lookRoutes(api, deps);
  tryRoutes(api, deps);
  return api;
}

function lookRoutes(api: ApiRoutes, deps: ApiDeps): void {
  api.openapi(
    apiRoute({
      method: 'get',
      path,
      permission: 'settings:read',
      tags,
      summary: 'How the partner’s customers see it, with its etag, and how well its colours read.',
      responses: answers(brandShown, 'The brand'),
    }),
    async (c) => {
      const { scope, partner } = await scopeOfCaller(c, deps);
      const held = await scope.transaction((tx) => loadDefaultBrand(tx, partner));
      c.header('etag', etagOf(fieldsOf(held)));
      return c.json(presentBrand(c, held), 200);
    },
  );
  api.openapi(
    apiRoute({
      method: 'put',
      path,
      permission: 'settings:change',
      tags,
      summary: 'Gives the partner another look; can be taken back.',
      request: { headers: ifMatch, body: jsonBody(brandLook) },
      responses: answers(brandChanged, 'The brand as it is now'),
    }),
    async (c) => {
      const { scope, partner, now } = await scopeOfCaller(c, deps);
      const look = checkedBrand(c.req.valid('json'));
      const answer = await scope.transaction(async (tx) => {
        const held = await loadDefaultBrand(tx, partner);
        refuseStale(c.req.valid('header')['if-match'], fieldsOf(held));
        const changed = await changeDefaultBrand(tx, look);
        const subject = { kind: 'partner', id: String(partner.id), label: partner.name };
        const offer = await recordUndoable(tx, c, 'brand:change', {
          changes: changed
            ? [{ subject, before: withoutPicture(changed.before), after: withoutPicture(changed.after) }]
            : [],
          steps: changed
            ? [{ kind: 'brand', id: String(partner.id), before: { look: changed.before }, after: { look } }]
            : [],
          now,
        });
        return { held: await loadDefaultBrand(tx, partner), offer };
      });
      c.header('etag', etagOf(fieldsOf(answer.held)));
      return c.json({ ...presentBrand(c, answer.held), ...answer.offer }, 200);
    },
  );
}

function tryRoutes(api: ApiRoutes, deps: ApiDeps): void {
  api.openapi(
    apiRoute({
      method: 'post',
      path: `${path}/logo`,
      permission: 'settings:change',
      tags,
      summary:
        'Makes a PNG, JPEG or SVG of at most 1 MB a logo for mails and pages. Keeps nothing: PUT /api/brand does.',
      request: {
        body: {
          required: true,
          content: {
            'image/png': { schema: z.string().meta({ format: 'binary' }) },
            'image/jpeg': { schema: z.string().meta({ format: 'binary' }) },
            'image/svg+xml': { schema: z.string().meta({ format: 'binary' }) },
          },
        },
      },
      responses: answers(logoRead, 'The logo, for the brand'),
    }),
    async (c) => c.json(await readLogoOf(new Uint8Array(await c.req.arrayBuffer()), c.var.language), 200),
  );
  api.openapi(
    apiRoute({
      method: 'post',
      path: `${path}/preview`,
      permission: 'settings:read',
      tags,
      summary:
        'A message or a renewal page of made-up orders in this look, which need not be saved. For a sandboxed frame.',
      request: { body: jsonBody(brandPreviewWish) },
      responses: answers(brandPreview, 'The preview'),
    }),
    async (c) => {
      const { look, as, locale } = c.req.valid('json');
      const brand = brandSchema.parse(checkedBrand(look));
      const colours = coloursOf(c, brand);
      if (as === 'mail') return c.json({ ...(await previewBrandMail(brand, locale)), colours }, 200);
      const { today } = await scopeOfCaller(c, deps);
      const reader = pageLocales[locale];
      const html = await previewRenewalPage(partnerFace(brand, reader), reader, today);
      return c.json({ html, subject: null, text: null, colours }, 200);
    },
  );
}

function presentBrand(c: Context<ApiEnv>, { look, brand }: DefaultBrand): BrandShown {
  return {
    look: brandLook.parse(look ?? { name: brand.name }),
    isOwn: look !== null,
    colours: coloursOf(c, brand),
  };
}

function coloursOf(c: Context<ApiEnv>, { accent, accentDark }: Brand): BrandShown['colours'] {
  const told = (colour: ReturnType<typeof brandColour>) => ({
    ...colour,
    words: colourWords(colour, c.var.language),
  });
  return { light: told(brandColour(accent, 'light')), dark: told(brandColour(accentDark, 'dark')) };
}

function fieldsOf({ look }: DefaultBrand): Record<string, unknown> {
  return { ...look };
}

/** The log tells that there is another logo, not its bytes. */
function withoutPicture(look: object | null): object | null {
  if (look === null || !('logo' in look) || !look.logo) return look;
  const { src, ...size } = look.logo as { src: string };
  return { ...look, logo: { ...size, src: src.startsWith('data:') ? `${src.length} bytes` : src } };
}
