import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { CustomerFacts, PartnerFace } from './customer-facts.ts';
import {
  chosenMuteReason,
  chosenNotMineReason,
  chosenOrders,
  chosenPurposes,
  chosenWish,
  type FormFields,
  isOneClick,
  isSure,
} from './customer-forms.ts';
import type { CustomerPagesPort } from './customer-pages-port.ts';
import { deadLinkPage, troublePage } from './pages/dead-link-page.ts';
import { letterHeaders } from './pages/letter-style.ts';
import type { Markup } from './pages/markup.ts';
import { mutePage } from './pages/mute-page.ts';
import { notMinePage } from './pages/not-mine-page.ts';
import { type Missing, renewPage } from './pages/renew-page.ts';
import { oneClickPurposes, unsubscribePage } from './pages/unsubscribe-page.ts';
import type { LinkKind, LinkOf, NoticeLink } from './renewal-link.ts';

/** A form of ours holds a few hundred bytes; a notice with all its orders ticked some thousands. */
const maxFormBytes = 64 * 1024;

/** Told of what went wrong behind a page; the customer sees that it was not their doing. */
export type ReportTrouble = (error: unknown) => void;

/**
 * The pages that customers reach by the links of their messages: `/r`, `/m`, `/n`, `/u`. A GET never changes
 * anything; a POST without the person's own choice changes nothing either, except the one-click request of RFC 8058.
 */
export function customerRoutes(port: CustomerPagesPort, reportTrouble: ReportTrouble = () => {}): Hono {
  const app = new Hono();
  const ask: Asking = { port };
  const limit = bodyLimit({
    maxSize: maxFormBytes,
    onError: (c) => page(c, troublePage(languageWanted(c)), 413),
  });
  for (const letter of ['r', 'm', 'n', 'u']) app.use(`/${letter}/:token`, limit);
  app.get('/r/:token', (c) => show(c, ask, ['renew', 'renew-all'], (facts) => renewPage(facts)));
  app.post('/r/:token', (c) => renew(c, ask));
  app.get('/m/:token', (c) => show(c, ask, ['mute'], (facts) => mutePage(facts)));
  app.post('/m/:token', (c) => mute(c, ask));
  app.get('/n/:token', (c) => show(c, ask, ['not-mine'], (facts) => notMinePage(facts)));
  app.post('/n/:token', (c) => notMine(c, ask));
  app.get('/u/:token', (c) =>
    show(c, ask, ['unsubscribe'], (facts, link) => unsubscribePage(facts, link.purpose)),
  );
  app.post('/u/:token', (c) => unsubscribe(c, ask));
  app.onError((error, c) => {
    reportTrouble(error);
    return page(c, troublePage(languageWanted(c)), 503);
  });
  return app;
}

interface Asking {
  readonly port: CustomerPagesPort;
}

interface Known<Kind extends LinkKind> {
  readonly link: LinkOf<Kind>;
  readonly facts: CustomerFacts;
}

type Status = 200 | 404 | 410 | 413 | 422 | 503;

function page(c: Context, markup: Markup, status: Status = 200): Response | Promise<Response> {
  for (const [name, value] of Object.entries(letterHeaders)) c.header(name, value);
  return c.html(markup, status);
}

/** The link of a token whose kind belongs to this page. */
function linkOf<Kind extends LinkKind>(
  c: Context,
  { port }: Asking,
  kinds: readonly Kind[],
): LinkOf<Kind> | undefined {
  const link = port.readLink(c.req.param('token') ?? '');
  return link && isOneOf(link, kinds) ? link : undefined;
}

function isOneOf<Kind extends LinkKind>(link: NoticeLink, kinds: readonly Kind[]): link is LinkOf<Kind> {
  return (kinds as readonly string[]).includes(link.kind);
}

/** What a link leads to, or the page that says that it leads nowhere. */
async function known<Kind extends LinkKind>(
  c: Context,
  asking: Asking,
  kinds: readonly Kind[],
): Promise<Known<Kind> | Response> {
  const link = linkOf(c, asking, kinds);
  if (!link) return dead(c, 404);
  const answer = await asking.port.lookUp(link);
  if (answer.kind === 'gone') return dead(c, 410, answer.locale, answer.partner);
  return { link, facts: answer.facts };
}

function dead(
  c: Context,
  status: 404 | 410,
  locale?: string,
  partner?: PartnerFace,
): Response | Promise<Response> {
  return page(c, deadLinkPage(locale ?? languageWanted(c), partner), status);
}

async function show<Kind extends LinkKind>(
  c: Context,
  asking: Asking,
  kinds: readonly Kind[],
  write: (facts: CustomerFacts, link: LinkOf<Kind>) => Markup,
): Promise<Response> {
  const found = await known(c, asking, kinds);
  return found instanceof Response ? found : page(c, write(found.facts, found.link));
}

/** See other (RFC 9110 15.4.4): loading the answer again repeats nothing. The address of the page itself. */
function again(c: Context): Response {
  return c.body(null, 303, {
    ...letterHeaders,
    location: `./${encodeURIComponent(c.req.param('token') ?? '')}`,
  });
}

async function renew(c: Context, asking: Asking): Promise<Response> {
  const found = await known(c, asking, ['renew', 'renew-all']);
  if (found instanceof Response) return found;
  const { link, facts } = found;
  const fields = await formFields(c);
  const refuse = (missing: Missing) => page(c, renewPage(facts, missing), 422);
  if (fields.do?.[0] === 'withdraw') {
    if (!isSure(fields)) return refuse('tick');
    await asking.port.withdrawRenewal(link, ordersThatAre(facts, 'requested'));
    return again(c);
  }
  const open = ordersThatAre(facts, 'open');
  if (open.length === 0) return again(c);
  const how = chosenWish(fields);
  const orders = chosenOrders(fields, open);
  if (orders.length === 0) return refuse('orders');
  if (!how) return refuse('choice');
  await asking.port.requestRenewal(link, { orders, how });
  return again(c);
}

function ordersThatAre({ orders }: CustomerFacts, kind: 'open' | 'requested'): string[] {
  return orders.filter(({ standing }) => standing.kind === kind).map(({ order }) => order);
}

async function mute(c: Context, asking: Asking): Promise<Response> {
  const found = await known(c, asking, ['mute']);
  if (found instanceof Response) return found;
  const { link, facts } = found;
  const fields = await formFields(c);
  const refuse = (missing: Missing) => page(c, mutePage(facts, missing), 422);
  if (fields.do?.[0] === 'on') {
    if (!isSure(fields)) return refuse('tick');
    await asking.port.switchNoticesOn(link);
    return again(c);
  }
  const reason = chosenMuteReason(fields);
  if (!reason) return refuse('choice');
  await asking.port.switchNoticesOff(link, reason);
  return again(c);
}

async function notMine(c: Context, asking: Asking): Promise<Response> {
  const found = await known(c, asking, ['not-mine']);
  if (found instanceof Response) return found;
  const { link, facts } = found;
  const fields = await formFields(c);
  const refuse = (missing: Missing) => page(c, notMinePage(facts, missing), 422);
  if (fields.do?.[0] === 'take-back') {
    if (!isSure(fields)) return refuse('tick');
    await asking.port.takeBackDisowning(link);
    return again(c);
  }
  const reason = chosenNotMineReason(fields);
  if (!reason) return refuse('choice');
  await asking.port.disown(link, reason);
  return again(c);
}

/** Never a redirect (RFC 8058 section 3.1): whoever posts gets the answer itself. */
async function unsubscribe(c: Context, asking: Asking): Promise<Response> {
  const link = linkOf(c, asking, ['unsubscribe']);
  if (!link) return dead(c, 404);
  const fields = await formFields(c);
  if (isOneClick(fields)) {
    await asking.port.unsubscribe(link, oneClickPurposes[link.purpose]);
    return c.body(null, 200, letterHeaders);
  }
  const found = await known(c, asking, ['unsubscribe']);
  if (found instanceof Response) return found;
  const refuse = (missing: Missing) => page(c, unsubscribePage(found.facts, link.purpose, { missing }), 422);
  if (fields.do?.[0] === 'resubscribe') {
    if (!isSure(fields)) return refuse('tick');
    await asking.port.resubscribe(link, found.facts.objections);
    return unsubscribeAnswer(c, asking, false);
  }
  const purposes = chosenPurposes(fields, link.purpose);
  if (!purposes) return refuse('choice');
  await asking.port.unsubscribe(link, purposes);
  return unsubscribeAnswer(c, asking, true);
}

/** The page as it is after the change. */
async function unsubscribeAnswer(c: Context, asking: Asking, done: boolean): Promise<Response> {
  return show(c, asking, ['unsubscribe'], (facts, { purpose }) => unsubscribePage(facts, purpose, { done }));
}

/** A form in either encoding; anything else, and a form that cannot be read, holds no fields. */
async function formFields(c: Context): Promise<FormFields> {
  try {
    const body = await c.req.parseBody({ all: true });
    return Object.fromEntries(
      Object.entries(body).map(([name, value]) => [name, [value].flat().filter(isText)]),
    );
  } catch {
    return {};
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** What the browser asks for, for pages whose reader we do not know: Spanish or English. */
function languageWanted(c: Context): string {
  const header = c.req.header('accept-language') ?? '';
  const first = header.split(',').map((part) => part.split(';')[0]!.trim());
  return first.find((tag) => /^(es|en)\b/i.test(tag)) ?? 'es-ES';
}
