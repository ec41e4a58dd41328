import type { Reason } from '../cadence/reason.ts';
import { reasonWords } from '../cadence/reason-words.ts';
import { contactsOfCustomer } from '../inventory/load-customers.ts';
import { Fault } from '../kernel/fault.ts';
import type { RowId } from '../kernel/ids.ts';
import type { Language } from '../kernel/locale.ts';
import type { Partner } from '../partners/partner.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import { loadAddressFacts } from './ledger-store.ts';
import { lockNotices } from './message-action-store.ts';
import type { SendingDeps } from './sending.ts';

export interface ResendChoice {
  readonly id: RowId;
  readonly name: string | null;
  readonly address: string;
  readonly isSame: boolean;
  /** What stands against it; null: nothing. */
  readonly why: string | null;
}

/** The contacts of a message's customer, to say it to again; those to whom it must not go with the reason. */
export async function resendChoicesOf(
  tx: PartnerTransaction,
  { deps, partner }: { readonly deps: SendingDeps; readonly partner: Partner },
  { message, language }: { readonly message: RowId; readonly language: Language },
): Promise<{ why: string | null; contacts: ResendChoice[] }> {
  const [notice] = await lockNotices(tx, [message]);
  if (!notice)
    throw new Fault('not-found', `there is no message ${message}`, {
      code: 'no-message',
      params: { id: message },
    });
  const said = (reason: Reason) => reasonWords(reason, language, partner.settings.defaultTimeZone);
  const lines = notice.customer === null ? [] : await contactsOfCustomer(tx, notice.customer);
  const now = deps.now().epochMilliseconds;
  const known = await loadAddressFacts(
    tx,
    lines.map(({ addressKey }) => addressKey),
    { now, remembersDays: 1 },
  );
  const against = (addressKey: string): string | null => {
    const facts = known.get(addressKey);
    if (facts?.bouncing) return said({ code: 'bouncing', params: {} });
    const { purpose } = notice;
    return facts?.objectedTo.includes(purpose) ? said({ code: 'unsubscribed', params: { purpose } }) : null;
  };
  const contacts = lines
    .filter(({ writable }) => writable)
    .map(({ id, name, address, addressKey }) => ({
      ...{ id, name, address, isSame: id === notice.contact, why: against(addressKey) },
    }))
    .sort((a, b) => Number(b.isSame) - Number(a.isSame));
  return { why: partner.sendingOn ? null : said({ code: 'sending-off', params: {} }), contacts };
}
