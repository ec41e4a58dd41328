import type { AddressFacts } from './address-facts.ts';
import type { RecipientFacts } from './clock-facts.ts';
import type { Reason } from './reason.ts';
import type { PersonPart, Purpose, Stage } from './stage.ts';

export type RecipientChoice =
  | { readonly kind: 'found'; readonly first: RecipientFacts; readonly others: readonly RecipientFacts[] }
  | { readonly kind: 'none'; readonly state: 'held' | 'suppressed'; readonly reason: Reason };

const fallBack: readonly PersonPart[] = ['decides', 'main', 'installs'];

/**
 * Who hears of a stage: the first usable of decides, main, installs; then one usable contact of each part the stage
 * escalates to. Nobody twice, by mailbox. Usable: writable, not bouncing, no objection to the stage's purpose.
 */
export function chooseRecipients(
  recipients: readonly RecipientFacts[],
  stage: Stage,
  addresses: ReadonlyMap<string, AddressFacts>,
): RecipientChoice {
  const usable = (part: PersonPart) =>
    recipients.find((one) => one.part === part && obstacle(one, stage.purpose, addresses) === null);
  let first: RecipientFacts | undefined;
  for (const part of fallBack) {
    first = usable(part);
    if (first !== undefined) break;
  }
  if (first === undefined) return nobody(recipients, stage.purpose, addresses);
  if (stage.escalateTo.length === 0) return { kind: 'found', first, others: [] };
  const others = new Map<string, RecipientFacts>();
  for (const part of stage.escalateTo) {
    const other = usable(part);
    if (other !== undefined && other.addressKey !== first.addressKey) others.set(other.addressKey, other);
  }
  return { kind: 'found', first, others: [...others.values()] };
}

type Obstacle = 'not-writable' | 'unsubscribed' | 'bouncing';

function obstacle(
  recipient: RecipientFacts,
  purpose: Purpose,
  addresses: ReadonlyMap<string, AddressFacts>,
): Obstacle | null {
  if (!recipient.writable) return 'not-writable';
  const address = addresses.get(recipient.addressKey);
  if (address === undefined) return null;
  if (address.objectedTo.includes(purpose)) return 'unsubscribed';
  return address.bouncing ? 'bouncing' : null;
}

function nobody(
  recipients: readonly RecipientFacts[],
  purpose: Purpose,
  addresses: ReadonlyMap<string, AddressFacts>,
): RecipientChoice {
  const obstacles = recipients
    .filter((one) => fallBack.includes(one.part))
    .map((one) => obstacle(one, purpose, addresses));
  if (obstacles.includes('unsubscribed')) {
    return { kind: 'none', state: 'suppressed', reason: { code: 'unsubscribed', params: { purpose } } };
  }
  if (obstacles.includes('bouncing')) {
    return { kind: 'none', state: 'suppressed', reason: { code: 'bouncing', params: {} } };
  }
  return { kind: 'none', state: 'held', reason: { code: 'no-contact', params: {} } };
}
