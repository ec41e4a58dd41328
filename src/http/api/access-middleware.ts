import type { Context, MiddlewareHandler } from 'hono';
import { changeHeader } from '../../../contract/access.ts';
import type { Access } from '../../access/access.ts';
import { identifyKey } from '../../access/api-keys.ts';
import { type Identified, identify } from '../../access/identify.ts';
import { Fault } from '../../kernel/fault.ts';
import type { Language } from '../../kernel/locale.ts';
import { isPublicRoute } from './access/public-routes.ts';
import type { ApiEnv } from './api-context.ts';

/** What the routes of the own account need besides the caller. */
export interface AccessEnv extends ApiEnv {
  Variables: ApiEnv['Variables'] & {
    /** Absent for an API key, and on routes that are open to everyone. */
    identified: Identified | undefined;
  };
}

/**
 * Finds out who asks: an API key in `Authorization: Bearer` or `x-api-key`, else the session cookie. Nobody passes but
 * to the few routes that are public. A change that a cookie vouches for has to come from our own page.
 */
export function accessMiddleware(access: Access): MiddlewareHandler<AccessEnv> {
  return async (c, next) => {
    const key = apiKeyOf(c);
    // People come with a browser that says what they read; a program that says nothing reads English.
    c.set('language', wantedLanguage(c) ?? (key === undefined ? 'es' : 'en'));
    const isPublic = isPublicRoute(c.req.method, c.req.path);
    if (key !== undefined && !isPublic) await beKey(c, access, key);
    else await beSession(c, access, isPublic);
    await next();
  };
}

async function beKey(c: Context<AccessEnv>, access: Access, key: string): Promise<void> {
  const caller = await identifyKey(access, key);
  if (!caller)
    throw new Fault('unauthenticated', 'the API key is wrong, over or revoked', { code: 'key-dead' });
  c.set('caller', caller);
}

async function beSession(c: Context<AccessEnv>, access: Access, isPublic: boolean): Promise<void> {
  if (changes(c)) refuseForeignPage(c);
  const cookie = c.req.header('cookie');
  // A download or a frame cannot send a header: they say it in their address.
  const partner = c.req.header('x-partner') ?? c.req.query('x-partner');
  const identified = await identify(access, { cookie, partner });
  if (identified === 'stranger' && !isPublic)
    throw new Fault('forbidden', 'you do not belong to this partner', { code: 'not-your-partner' });
  if (identified === undefined || identified === 'stranger') {
    if (!isPublic)
      throw new Fault('unauthenticated', 'nobody is signed in', {
        code: 'not-signed-in',
        hint: 'sign in, or send an API key',
      });
    return;
  }
  c.set('caller', identified.caller);
  c.set('identified', identified);
  if (identified.language) c.set('language', identified.language);
  if (identified.renewedCookie) c.header('set-cookie', identified.renewedCookie, { append: true });
}

function apiKeyOf(c: Context): string | undefined {
  const bearer = /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
  return bearer ?? c.req.header('x-api-key');
}

function changes(c: Context): boolean {
  return !['GET', 'HEAD', 'OPTIONS'].includes(c.req.method);
}

/**
 * Another site's page can neither set our header without asking first nor pretend to another origin. Signing in is
 * held to it too, so that nobody is signed in as somebody else behind their back.
 */
function refuseForeignPage(c: Context): void {
  const site = c.req.header('sec-fetch-site');
  const origin = c.req.header('origin');
  const isOwn =
    site === undefined
      ? origin !== undefined && hostOf(origin) === c.req.header('host')
      : site === 'same-origin';
  const isOurs = isOwn && c.req.header(changeHeader) === '1';
  if (!isOurs) {
    throw new Fault('forbidden', 'a change must come from a page of this installation', {
      code: 'foreign-page',
      hint: `programs send an API key; pages send ${changeHeader}: 1 from the same origin`,
    });
  }
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

/** By `?lang=`, else the first of ours that `Accept-Language` names. */
function wantedLanguage(c: Context): Language | undefined {
  const lang = c.req.query('lang');
  if (lang === 'es' || lang === 'en') return lang;
  const first = (c.req.header('accept-language') ?? '').match(/\b(es|en)\b/i)?.[1]?.toLowerCase();
  return first as Language | undefined;
}
