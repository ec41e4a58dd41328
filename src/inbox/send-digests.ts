import { randomUUID } from 'node:crypto';
import type { Colleague } from '../access/colleague.ts';
import { colleaguesOf } from '../access/colleagues.ts';
import type { OutgoingMessage, SubmitResult } from '../channels/channel.ts';
import { type Language, languageOf } from '../kernel/locale.ts';
import type { Secrets } from '../kernel/signed-token.ts';
import type { MailDeps } from '../mail/mail-deps.ts';
import type { PartnerMail, PartnersMail } from '../mail/mail-of-partner.ts';
import { loadMailServer } from '../mail/mail-server.ts';
import { domainOf, senderOf } from '../mail/sender.ts';
import type { Partner } from '../partners/partner.ts';
import type { Database, PartnerScope } from '../storage/database.ts';
import { digestLetter } from './digest-letter.ts';
import { digestLink } from './digest-link.ts';
import { digestDay } from './digest-moment.ts';
import {
  claimDigest,
  type DigestOf,
  holdsDigest,
  moveDigest,
  selectTakenDigests,
  settleLostDigests,
} from './digest-store.ts';
import type { InboxItem } from './inbox-item.ts';
import { inboxCounts, inboxSight, loadInbox } from './load-inbox.ts';
import { preferencesOf } from './own-preference.ts';
import { firstPreference } from './preference.ts';

export interface DigestDeps {
  readonly db: Database;
  readonly now: () => Temporal.Instant;
  readonly secrets: Secrets;
  readonly publicUrl: string;
  readonly mail: MailDeps & { readonly mail: PartnersMail };
}

export interface DigestCounts {
  submitted: number;
  failed: number;
  uncertain: number;
  deferred: number;
  nothing: number;
}

interface Due extends DigestOf {
  readonly colleague: Colleague;
  readonly hour: number;
  readonly timeZone: string;
}

const mostShown = 10;

/** Whether mail of this partner leaves at all: by a server of its own, else by the installation's. */
export async function mailLeaves(scope: PartnerScope, { installation }: MailDeps): Promise<boolean> {
  return installation.kind === 'smtp' || (await scope.transaction(loadMailServer)) !== undefined;
}

/**
 * Writes to every colleague whose hour has come what waits for them: once a day, on working days, only if there is
 * something. A row per person and day is claimed before anything else, and the attempt is written down before the
 * first byte leaves: killed before that, it is sent by the next run; killed after it, never again. A day that was
 * missed is not made up for. Nothing is claimed where no mail leaves.
 */
export async function sendDigests(deps: DigestDeps, partner: Partner): Promise<DigestCounts> {
  const counts = { submitted: 0, failed: 0, uncertain: 0, deferred: 0, nothing: 0 };
  const scope = deps.db.forPartner(partner.id);
  const allDue = await dueDigests(deps, scope, partner);
  if (allDue.length === 0) return counts;
  const way = await deps.mail.mail.of(partner);
  for (const due of allDue) {
    const outcome = await sendDigest(deps, scope, { partner, way, due });
    if (outcome) counts[outcome] += 1;
  }
  return counts;
}

async function dueDigests(deps: DigestDeps, scope: PartnerScope, partner: Partner): Promise<Due[]> {
  const colleagues = await colleaguesOf(deps.db, partner.id);
  const now = deps.now();
  const due = await scope.transaction(async (tx) => {
    const preferences = await preferencesOf(
      tx,
      colleagues.map(({ person }) => person),
    );
    const wanted = colleagues.flatMap((colleague): Due[] => {
      const { digestOn, digestHour: hour } = preferences.get(colleague.person) ?? firstPreference;
      const timeZone = colleague.timeZone ?? partner.settings.defaultTimeZone;
      const day = digestOn ? digestDay(now, { timeZone, hour }, partner.settings) : undefined;
      return day === undefined ? [] : [{ colleague, person: colleague.person, day, hour, timeZone }];
    });
    if (wanted.length === 0) return [];
    await settleLostDigests(tx, now.toString());
    const taken = await selectTakenDigests(tx, wanted, now.toString());
    return wanted.filter(({ person, day }) => !taken.some((one) => one.person === person && one.day === day));
  });
  return due.length > 0 && (await mailLeaves(scope, deps.mail)) ? due : [];
}

interface OfPartner {
  readonly partner: Partner;
  readonly way: PartnerMail;
  readonly due: Due;
}

async function sendDigest(
  deps: DigestDeps,
  scope: PartnerScope,
  of: OfPartner,
): Promise<keyof DigestCounts | undefined> {
  const at = () => deps.now().toString();
  const fence = await scope.transaction((tx) => claimDigest(tx, of.due, at()));
  if (fence === undefined) return undefined;
  const held = { ...of.due, fence };
  const move = (to: Omit<Parameters<typeof moveDigest>[2], 'at'>) =>
    scope.transaction((tx) => moveDigest(tx, held, { ...to, at: at() }));
  const waiting = await whatWaits(deps, scope, of);
  if (waiting.items.length === 0)
    return (await move({ from: 'claimed', state: 'nothing' })) ? 'nothing' : undefined;
  const made = await composed(deps, of, waiting);
  if (!made) return (await move({ from: 'claimed', state: 'failed' })) ? 'failed' : undefined;
  const { messageId, envelope } = made;
  const intent = { from: 'claimed', state: 'attempted', items: waiting.open, messageId } as const;
  if (!(await move(intent))) return undefined;
  const holds = () => scope.transaction((tx) => holdsDigest(tx, held));
  const state = stateAfter(await of.way.email.transport.submit(envelope, holds));
  await move({ from: 'attempted', state });
  return state === 'claimed' ? 'deferred' : state;
}

/** Undefined for an address that can stand in no message: trying again would not help. */
async function composed(
  deps: DigestDeps,
  { partner, way, due }: OfPartner,
  waiting: Waiting,
): Promise<{ readonly messageId: string; readonly envelope: OutgoingMessage } | undefined> {
  const sender = senderOf(partner, deps.mail.installation);
  const domain = domainOf(sender.address);
  const messageId = `<${randomUUID()}.digest@${domain}>`;
  const stop = digestLink(deps.publicUrl, { partner: partner.id, person: due.person }, deps.secrets);
  const { dkim } = way.sender;
  const { name, email } = due.colleague;
  try {
    const message = await way.email.compose({
      ...digestLetter({ ...waiting, ...lettersFacts(deps, partner, due), stop }),
      from: { name: `Vigente · ${partner.name}`, address: sender.address },
      to: { name, address: email },
      ...{ messageId, date: deps.now().round({ smallestUnit: 'second', roundingMode: 'floor' }) },
      // One click needs TLS (RFC 8058); the link in the mail is there without it.
      ...(stop.startsWith('https:') ? { unsubscribeUrl: stop } : {}),
      ...(dkim && dkim.domain === domain ? { dkim } : {}),
    });
    return { messageId, envelope: { from: sender.address, to: email, ...message } };
  } catch {
    return undefined;
  }
}

/** `claimed`: certainly not accepted, to be tried again in a while. */
function stateAfter({ kind }: SubmitResult): 'submitted' | 'failed' | 'uncertain' | 'claimed' {
  if (kind === 'submitted') return 'submitted';
  if (kind === 'refused') return 'failed';
  return kind === 'uncertain' ? 'uncertain' : 'claimed';
}

interface Waiting {
  readonly items: readonly InboxItem[];
  readonly open: number;
}

async function whatWaits(
  deps: DigestDeps,
  scope: PartnerScope,
  { partner, due }: OfPartner,
): Promise<Waiting> {
  const today = deps.now().toZonedDateTimeISO(partner.settings.defaultTimeZone).toPlainDate().toString();
  const sight = inboxSight(due.colleague, today);
  return scope.transaction(async (tx) => ({
    items: await loadInbox(tx, sight, { state: 'open', limit: mostShown, after: undefined }),
    open: (await inboxCounts(tx, sight)).open,
  }));
}

function lettersFacts(deps: DigestDeps, partner: Partner, due: Due) {
  return {
    partner: partner.name,
    name: due.colleague.name,
    language: languageFor(due.colleague, partner),
    ...{ hour: due.hour, timeZone: due.timeZone },
    sendingOn: partner.sendingOn,
    now: deps.now(),
    publicUrl: deps.publicUrl,
  };
}

/** The colleague's own, else the partner's. */
function languageFor({ language }: Colleague, { settings }: Partner): Language {
  return language === 'es' || language === 'en' ? language : languageOf(settings.defaultLocale);
}
