import type { Context } from 'hono';
import {
  type MailSettingsShown,
  mailServerChange,
  mailSettings,
  senderChange,
} from '../../../contract/mail-settings.ts';
import { Fault } from '../../kernel/fault.ts';
import { changeMailServer, type MailServerChanged, removeMailServer } from '../../mail/mail-server.ts';
import { loadMailSettings } from '../../mail/mail-settings.ts';
import { changeSender } from '../../partners/change-sender.ts';
import type { PartnerTransaction } from '../../storage/database.ts';
import type { ApiDeps, ApiEnv, ApiRoutes, MailSetup } from './api-context.ts';
import { answers, apiRoute, jsonBody } from './api-route.ts';
import { type CallerScope, scopeOfCaller } from './caller-scope.ts';
import { presentMailSettings } from './mail-presenter.ts';
import { newRoutes } from './new-routes.ts';
import { recordChanges } from './recorded.ts';

const tags = ['Mail settings'];
const path = '/api/mail-settings';

export function mailSettingsApi(deps: ApiDeps): ApiRoutes {
  const api = newRoutes();
  api.openapi(
    apiRoute({
      method: 'get',
      path,
      permission: 'settings:read',
      tags,
      summary:
        'The mail server in use and where it is set, the sender, the key, and the last checks. Never a password.',
      responses: answers(mailSettings, 'How mail leaves'),
    }),
    async (c) => c.json(await shown(c, deps), 200),
  );
  api.openapi(
    apiRoute({
      method: 'put',
      path: `${path}/server`,
      permission: 'settings:connect',
      tags,
      summary:
        'Gives the partner a mail server of its own. Without a password the kept one stays, for the same host and user.',
      request: { body: jsonBody(mailServerChange) },
      responses: answers(mailSettings, 'How mail leaves now'),
    }),
    async (c) => {
      const by = { secrets: setupOf(deps).secrets, person: c.var.caller.name };
      const server = c.req.valid('json');
      await changed(c, deps, 'server', (tx, { now }) => changeMailServer(tx, server, { ...by, at: now }));
      return c.json(await shown(c, deps), 200);
    },
  );
  api.openapi(
    apiRoute({
      method: 'delete',
      path: `${path}/server`,
      permission: 'settings:connect',
      tags,
      summary: 'Back to the installation’s mail server; the password is forgotten.',
      responses: answers(mailSettings, 'How mail leaves now'),
    }),
    async (c) => {
      await changed(c, deps, 'server', (tx) => removeMailServer(tx));
      return c.json(await shown(c, deps), 200);
    },
  );
  api.openapi(
    apiRoute({
      method: 'put',
      path: `${path}/sender`,
      permission: 'settings:connect',
      tags,
      summary: 'Who the messages come from. SPF, DKIM and DMARC are about this address’s domain.',
      request: { body: jsonBody(senderChange) },
      responses: answers(mailSettings, 'How mail leaves now'),
    }),
    async (c) => {
      const { replyTo, ...named } = c.req.valid('json');
      const sender = { ...named, ...(replyTo === null ? {} : { replyTo }) };
      await changed(c, deps, 'sender', async (tx) => ({
        before: (await changeSender(tx, sender)) ?? null,
        after: sender,
      }));
      return c.json(await shown(c, deps), 200);
    },
  );
  return api;
}

/** What mail set-up needs. Throws `unavailable` where this process was built without it. */
export function setupOf({ mail }: ApiDeps): MailSetup {
  if (!mail)
    throw new Fault('unavailable', 'mail settings cannot be reached in this process', {
      code: 'no-mail-setup',
    });
  return mail;
}

async function shown(c: Context<ApiEnv>, deps: ApiDeps): Promise<MailSettingsShown> {
  const setup = setupOf(deps);
  const { scope, partner } = await scopeOfCaller(c, deps);
  const loaded = await scope.transaction((tx) => loadMailSettings(tx, partner, setup));
  return presentMailSettings(loaded, setup, c.var.language);
}

const actions = { server: 'mail:server', sender: 'mail:sender' } as const;

type Changed = MailServerChanged | { readonly before: object | null; readonly after: object | null };

async function changed(
  c: Context<ApiEnv>,
  deps: ApiDeps,
  what: keyof typeof actions,
  change: (tx: PartnerTransaction, found: CallerScope) => Promise<Changed>,
): Promise<void> {
  const found = await scopeOfCaller(c, deps);
  const { id, name } = found.partner;
  await found.scope.transaction(async (tx) => {
    const { before, after } = await change(tx, found);
    const subject = { kind: 'partner', id: String(id), label: name };
    await recordChanges(tx, c.var.caller, actions[what], [{ subject, before, after }]);
  });
}
