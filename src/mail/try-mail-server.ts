import type { ServerStep, ServerTrial } from '../channels/channel.ts';
import type { Partner } from '../partners/partner.ts';
import type { PartnerScope, PartnerTransaction } from '../storage/database.ts';
import type { MailDeps } from './mail-deps.ts';
import { loadMailServer, type NamedMailServer, usableServer } from './mail-server.ts';
import { senderOf } from './sender.ts';
import { selectCheck, upsertCheck } from './store.ts';

/** A conversation with a mail server and what came of it. */
export interface ServerCheck {
  readonly at: string;
  readonly host: string;
  readonly port: number;
  readonly user: string | null;
  readonly sender: string;
  readonly trial: ServerTrial;
}

export const serverSteps: readonly ServerStep[] = [
  'address',
  'connection',
  'greeting',
  'encryption',
  'sign-in',
  'sender',
];

/**
 * Speaks with the partner's mail server, or with the one that was entered and is not kept yet. Undefined where the
 * partner has none of its own and none was entered. What is said of a kept one is kept.
 */
export async function tryMailServer(
  deps: MailDeps,
  scope: PartnerScope,
  wish: {
    readonly partner: Partner;
    readonly server: NamedMailServer | undefined;
    readonly sender: string | undefined;
  },
): Promise<ServerCheck | undefined> {
  const kept = await scope.transaction((tx) => loadMailServer(tx));
  const named = wish.server ?? (kept && { ...kept, password: undefined });
  if (!named) return undefined;
  const server = usableServer(scope.partner, named, { kept, secrets: deps.secrets });
  const sender = wish.sender ?? senderOf(wish.partner, deps.installation).address;
  const trial = await deps.servers.try(server, sender);
  const { host, port, user } = named;
  const check = { at: deps.now().toString(), host, port, user, sender, trial };
  if (!wish.server) {
    await scope.transaction((tx) => upsertCheck(tx, { kind: 'server', at: check.at, result: check }));
  }
  return check;
}

export async function lastServerCheck(tx: PartnerTransaction): Promise<ServerCheck | null> {
  return ((await selectCheck(tx, 'server'))?.result as ServerCheck | undefined) ?? null;
}
