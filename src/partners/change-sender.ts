import { Fault } from '../kernel/fault.ts';
import { parseAddress } from '../kernel/mail-address.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import { type PartnerSettings, parsePartnerSettings } from './partner-settings.ts';
import { lockRules, putSettings } from './version-store.ts';

export type OwnSender = PartnerSettings['sender'];

/**
 * Gives a partner's messages another sender; undefined: the installation's. Answers what it was. Throws `invalid` for
 * what is no address.
 */
export async function changeSender(tx: PartnerTransaction, sender: OwnSender): Promise<OwnSender> {
  for (const address of [sender?.address, sender?.replyTo]) {
    if (address !== undefined && parseAddress(address) === undefined) {
      throw new Fault('invalid', 'the sender: an address such as avisos@example.com was expected', {
        code: 'sender-no-address',
      });
    }
  }
  const { sender: before, ...others } = parsePartnerSettings((await lockRules(tx)).settings);
  const settings = parsePartnerSettings(sender ? { ...others, sender } : others);
  await putSettings(tx, { settings, planningSince: null });
  return before;
}
