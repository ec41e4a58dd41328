import type { Purpose } from '../cadence/stage.ts';
import { addressChanged } from '../inventory/customer-word.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import { storeConsents } from './consent-store.ts';

/** A colleague writes down what a person has said about one purpose. Honoured at once, as a link's word is. */
export async function setConsent(
  tx: PartnerTransaction,
  word: {
    readonly addressKey: string;
    readonly purpose: Purpose;
    readonly objected: boolean;
    readonly source: string;
  },
  now: Temporal.Instant,
): Promise<void> {
  const { addressKey, purpose, objected, source } = word;
  await storeConsents(tx, { addressKey, purposes: [purpose], objected, at: now.toString(), source });
  await addressChanged(tx, addressKey, { now });
}
