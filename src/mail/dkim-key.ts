import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import type { DkimIdentity } from '../channels/channel.ts';
import { Fault } from '../kernel/fault.ts';
import type { PartnerId } from '../kernel/ids.ts';
import { openSealedText, type SealName, sealText } from '../kernel/sealed-text.ts';
import type { Secrets } from '../kernel/signed-token.ts';
import type { PartnerScope, PartnerTransaction } from '../storage/database.ts';
import { activateDkimKey, type DkimKeyRow, insertDkimKey, lockSelectors, selectDkimKeys } from './store.ts';

/** A key that signs, or will once its record is seen. The private half is opened only for signing. */
export type DkimKey = Omit<DkimKeyRow, 'privateSealed'>;

const makeKeyPair = promisify(generateKeyPair);

/** The newest key of a domain: the one whose record is to be set. */
export async function newestDkimKey(tx: PartnerTransaction, domain: string): Promise<DkimKey | undefined> {
  return (await selectDkimKeys(tx, domain))[0];
}

/** The key that signs now: the newest whose record was seen. Throws `conflict` where it cannot be opened. */
export async function signingKey(
  tx: PartnerTransaction,
  domain: string,
  secrets: Secrets,
): Promise<DkimIdentity | null> {
  const active = (await selectDkimKeys(tx, domain)).find((key) => key.activeSince !== null);
  if (!active) return null;
  const privateKey = openSealedText(active.privateSealed, nameOf(tx.partner, active), secrets);
  if (privateKey !== undefined) return { domain, selector: active.selector, privateKey };
  throw new Fault('conflict', 'the DKIM key of this partner was sealed with another VIGENTE_SECRET', {
    code: 'dkim-sealed',
    hint: 'make a new key and set its record',
  });
}

/**
 * Makes a key pair for the domain (RSA 2048, RFC 8301). One that is there stays, unless `replace`; then the older one
 * signs until the new one's record is seen.
 */
export async function makeDkimKey(
  scope: PartnerScope,
  wish: {
    readonly domain: string;
    readonly replace: boolean;
    readonly secrets: Secrets;
    readonly at: Temporal.Instant;
    readonly record: (tx: PartnerTransaction, key: DkimKey) => Promise<void>;
  },
): Promise<DkimKey> {
  const { domain, replace, secrets, at } = wish;
  // Before the transaction: making a key takes a tenth of a second of another thread.
  const pair = await makeKeyPair('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  return scope.transaction(async (tx) => {
    const used = await lockSelectors(tx, domain);
    const known = (await selectDkimKeys(tx, domain))[0];
    if (known && !replace) return known;
    const selector = nextSelector(scope.partner, at, used);
    const privateSealed = sealText(pair.privateKey, nameOf(scope.partner, { domain, selector }), secrets);
    const publicKey = pair.publicKey.toString('base64');
    await insertDkimKey(tx, { domain, selector, publicKey, privateSealed, madeAt: at.toString() });
    const made = (await selectDkimKeys(tx, domain))[0]!;
    await wish.record(tx, made);
    return made;
  });
}

/** Its record was seen: it signs from now on. */
export async function activateKey(tx: PartnerTransaction, key: DkimKey, at: Temporal.Instant): Promise<void> {
  await activateDkimKey(tx, key, at.toString());
}

/** `v1-2026a`: the partner's number keeps two partners that share a domain apart. */
function nextSelector(partner: PartnerId, at: Temporal.Instant, used: readonly string[]): string {
  const stem = `v${partner.toString(36)}-${at.toZonedDateTimeISO('UTC').year}`;
  for (let nth = 0; ; nth++) {
    const letters = nth < 26 ? String.fromCharCode(97 + nth) : `x${nth}`;
    if (!used.includes(stem + letters)) return stem + letters;
  }
}

function nameOf(partner: PartnerId, { domain, selector }: Pick<DkimKeyRow, 'domain' | 'selector'>): SealName {
  return { kind: 'dkim key', about: `partner ${partner} ${selector} ${domain}` };
}
