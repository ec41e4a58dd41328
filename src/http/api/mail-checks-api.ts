import type { Context } from 'hono';
import {
  dkimShown,
  domainCheck,
  newDkimKey,
  serverCheck,
  type TestMessageAnswer,
  testMessageAnswer,
  tryMail,
} from '../../../contract/mail-settings.ts';
import { addressOfPerson } from '../../access/address-of-person.ts';
import { Fault } from '../../kernel/fault.ts';
import { checkDomain } from '../../mail/check-domain.ts';
import { makeDkimKey } from '../../mail/dkim-key.ts';
import { sendTestMessage } from '../../mail/send-test-message.ts';
import { domainOf, senderOf } from '../../mail/sender.ts';
import { testMessageWords } from '../../mail/test-message-words.ts';
import { tryMailServer } from '../../mail/try-mail-server.ts';
import type { PartnerTransaction } from '../../storage/database.ts';
import type { ApiDeps, ApiEnv, ApiRoutes } from './api-context.ts';
import { answers, apiRoute, jsonBody } from './api-route.ts';
import { scopeOfCaller } from './caller-scope.ts';
import { presentDkim, presentDomainCheck, presentServerCheck } from './mail-presenter.ts';
import { setupOf } from './mail-settings-api.ts';
import { newRoutes } from './new-routes.ts';
import { rateLimit } from './rate-limit.ts';
import { recordChanges } from './recorded.ts';

const tags = ['Mail settings'];
const path = '/api/mail-settings';
/** Each asks a server of somebody else's choice to do something. */
const limit = { name: 'mail checks', burst: 20, perSecond: 0.2 };

export function mailChecksApi(deps: ApiDeps): ApiRoutes {
  const api = newRoutes();
  const slowly = rateLimit(limit, deps.sending.now);
  for (const check of ['server-check', 'test-message', 'domain-check', 'dkim'])
    api.use(`${path}/${check}`, slowly);
  serverRoutes(api, deps);
  domainRoutes(api, deps);
  return api;
}

function serverRoutes(api: ApiRoutes, deps: ApiDeps): void {
  api.openapi(
    apiRoute({
      method: 'post',
      path: `${path}/server-check`,
      permission: 'settings:connect',
      tags,
      summary:
        'Speaks with the mail server, kept or just entered, up to naming the sender; hands nothing over.',
      request: { body: jsonBody(tryMail) },
      responses: answers(serverCheck, 'How far it came'),
    }),
    async (c) => {
      const { server, sender } = c.req.valid('json');
      const { scope, partner } = await scopeOfCaller(c, deps);
      const check = await tryMailServer(setupOf(deps), scope, { partner, server, sender: sender?.address });
      if (!check) {
        throw new Fault('conflict', 'there is no mail server of the partner’s own to speak with', {
          code: 'no-mail-server',
          hint: 'enter one, or leave it to the installation’s',
        });
      }
      return c.json(presentServerCheck(check, c.var.language), 200);
    },
  );
  api.openapi(
    apiRoute({
      method: 'post',
      path: `${path}/test-message`,
      permission: 'settings:connect',
      tags,
      summary: 'Sends a test message to the person who asks for it.',
      request: { body: jsonBody(tryMail) },
      responses: answers(testMessageAnswer, 'What became of it'),
    }),
    async (c) => c.json(await testMessage(c, deps, c.req.valid('json')), 200),
  );
}

function domainRoutes(api: ApiRoutes, deps: ApiDeps): void {
  api.openapi(
    apiRoute({
      method: 'post',
      path: `${path}/domain-check`,
      permission: 'settings:connect',
      tags,
      summary:
        'Looks SPF, DKIM, DMARC and MX of the sender’s domain up. A key whose record is seen signs from then on.',
      responses: answers(domainCheck, 'What stands there, and what to set'),
    }),
    async (c) => {
      const { scope, partner } = await scopeOfCaller(c, deps);
      const activated = (tx: PartnerTransaction, key: { domain: string; selector: string }) =>
        recordKey(tx, c, { ...key, signs: true });
      const check = await checkDomain(setupOf(deps), scope, { partner, activated });
      return c.json(presentDomainCheck(check, c.var.language), 200);
    },
  );
  api.openapi(
    apiRoute({
      method: 'post',
      path: `${path}/dkim`,
      permission: 'settings:connect',
      tags,
      summary: 'Makes the key that signs the partner’s mail; one that is there stays, unless `replace`.',
      request: { body: jsonBody(newDkimKey) },
      responses: answers(dkimShown, 'The key’s public half, and the record to set'),
    }),
    async (c) => {
      const { replace } = c.req.valid('json');
      const { secrets, installation } = setupOf(deps);
      const { scope, partner, now } = await scopeOfCaller(c, deps);
      const domain = domainOf(senderOf(partner, installation).address);
      const record = (tx: PartnerTransaction, key: { domain: string; selector: string }) =>
        recordKey(tx, c, { ...key, signs: false });
      const key = await makeDkimKey(scope, { domain, replace, secrets, at: now, record });
      return c.json(presentDkim(key), 200);
    },
  );
}

async function testMessage(
  c: Context<ApiEnv>,
  deps: ApiDeps,
  { server, sender }: ReturnType<typeof tryMail.parse>,
): Promise<TestMessageAnswer> {
  const { scope, partner } = await scopeOfCaller(c, deps);
  const to = await addressOfPerson(deps.sending.db, c.var.caller.person);
  if (!to)
    throw new Fault('conflict', 'there is no address of yours to write to', { code: 'no-own-address' });
  const { language } = c.var;
  const outcome = await sendTestMessage(setupOf(deps), scope, { partner, to, server, sender, language });
  const subject = { kind: 'partner', id: String(partner.id), label: partner.name };
  await scope.transaction((tx) =>
    recordChanges(tx, c.var.caller, 'mail:test', [{ subject, after: { outcome: outcome.kind } }]),
  );
  return { to: to.address, ...testMessageWords(outcome, language) };
}

async function recordKey(
  tx: PartnerTransaction,
  c: Context<ApiEnv>,
  {
    domain,
    selector,
    signs,
  }: { readonly domain: string; readonly selector: string; readonly signs: boolean },
): Promise<void> {
  const subject = { kind: 'dkim-key', id: selector, label: `${selector}._domainkey.${domain}` };
  await recordChanges(tx, c.var.caller, 'mail:key', [
    { subject, before: signs ? { signs: false } : null, after: { signs } },
  ]);
}
