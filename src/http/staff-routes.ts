import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { Fault } from '../kernel/fault.ts';
import type { AppDeps, StaffVerbs } from './deps.ts';
import { mayShowStaffPages } from './exposure.ts';
import { closedPage } from './pages/closed-page.ts';
import { expiringPage } from './pages/expiring-page.ts';
import { messagePage } from './pages/message-page.ts';
import { messagesPage } from './pages/messages-page.ts';
import { type ExpiringGroup, expiringGroups, type MessageState, messageStates } from './staff-facts.ts';
import { staffLanguage } from './staff-language.ts';
import { staffPlace } from './staff-place.ts';

const pageSize = 100;
const mostTyped = 100;

/** The first pages of the partner's people. They only look: nothing here answers to anything but GET. */
export function staffRoutes({ staff, exposure }: AppDeps): Hono {
  const app = new Hono();
  for (const path of ['/', '/messages', '/messages/*']) app.use(path, onlyHere(exposure));
  app.get('/', (c) => showExpiring(c, staff));
  app.get('/messages', (c) => showMessages(c, staff));
  app.get('/messages/:id', (c) => showMessage(c, staff));
  app.get('/messages/:id/html', (c) => messageHtml(c, staff));
  app.get('/messages/:id/eml', (c) => messageFile(c, staff));
  return app;
}

function onlyHere(exposure: AppDeps['exposure']): MiddlewareHandler {
  return async (c, next) => {
    if (mayShowStaffPages(exposure, (name) => c.req.header(name))) return next();
    return c.html(closedPage(staffLanguage(c)), 403);
  };
}

async function showExpiring(c: Context, staff: StaffVerbs): Promise<Response> {
  const language = staffLanguage(c);
  const query = {
    text: typed(c, 'q'),
    group: oneOf<ExpiringGroup>(c, 'group', expiringGroups),
    after: cursor(c),
    limit: pageSize,
    language: language.language,
  };
  const [account, page] = await Promise.all([staff.account(), staff.expiringPage(query)]);
  return c.html(expiringPage({ language, place: staffPlace(c), account, query, page }));
}

async function showMessages(c: Context, staff: StaffVerbs): Promise<Response> {
  const query = {
    text: typed(c, 'q'),
    state: oneOf<MessageState>(c, 'state', messageStates),
    after: cursor(c),
    limit: pageSize,
  };
  const [account, page] = await Promise.all([staff.account(), staff.listMessages(query)]);
  return c.html(messagesPage({ language: staffLanguage(c), place: staffPlace(c), account, query, page }));
}

async function showMessage(c: Context, staff: StaffVerbs): Promise<Response> {
  const language = staffLanguage(c);
  const [account, message] = await Promise.all([staff.account(), messageOf(c, staff)]);
  const width = c.req.query('width') === 'phone' ? 'phone' : 'wide';
  return c.html(messagePage({ language, place: staffPlace(c), account, message, width }));
}

/**
 * The message's own markup, made for mail programs: it may style itself and show the pictures it carries, and do
 * nothing else. Pictures from elsewhere stay away, so that looking at a message tells nobody.
 */
const messagePolicy =
  "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

async function messageHtml(c: Context, staff: StaffVerbs): Promise<Response> {
  const { html, pictures } = await messageOf(c, staff);
  const byCid = new Map(pictures.map((picture) => [picture.cid, picture]));
  const shown = html.replace(/(["'(])cid:([^"')\s]+)/g, (whole, before: string, cid: string) => {
    const picture = byCid.get(cid);
    const isPicture = picture && /^image\/(png|jpeg|gif|webp)$/.test(picture.type);
    return isPicture
      ? `${before}data:${picture.type};base64,${Buffer.from(picture.bytes).toString('base64')}`
      : whole;
  });
  return c.html(shown, 200, { 'content-security-policy': messagePolicy });
}

async function messageFile(c: Context, staff: StaffVerbs): Promise<Response> {
  const { id, bytes } = await messageOf(c, staff);
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': 'message/rfc822',
    'content-disposition': `attachment; filename="vigente-${id}.eml"`,
  });
}

async function messageOf(c: Context, staff: StaffVerbs) {
  const id = c.req.param('id') ?? '';
  if (!/^[A-Za-z0-9-]{1,40}$/.test(id)) throw new Fault('not-found', 'there is no such message');
  return staff.message(id, staffLanguage(c).language);
}

function typed(c: Context, name: string): string | undefined {
  const text = c.req.query(name)?.trim().slice(0, mostTyped);
  return text ? text.normalize('NFC').replace(/\p{Cc}/gu, '') || undefined : undefined;
}

function oneOf<T extends string>(c: Context, name: string, list: readonly T[]): T | undefined {
  const given = c.req.query(name);
  if (given === undefined || given === '') return undefined;
  const found = list.find((value) => value === given);
  if (found === undefined) throw new Fault('invalid', `"${name}" must be one of ${list.join(', ')}`);
  return found;
}

function cursor(c: Context): string | undefined {
  const after = c.req.query('after');
  if (after === undefined || after === '') return undefined;
  if (/^[\w.:~+ -]{1,200}$/.test(after)) return after;
  throw new Fault('invalid', '"after" is not the end of a page');
}
