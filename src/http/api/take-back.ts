import type { Caller } from '../../access/caller.ts';
import { restoreItem } from '../../inbox/change-inbox.ts';
import { keepMentions } from '../../inbox/keep-mentions.ts';
import { removeAddedContact } from '../../inventory/change-customer.ts';
import type { ConsentPurpose } from '../../inventory/contact-list.ts';
import { contactsById } from '../../inventory/load-customers.ts';
import { takeNoteBack } from '../../inventory/notes.ts';
import { restoreFields } from '../../inventory/restore-fields.ts';
import type { UndoStep } from '../../inventory/undo-step.ts';
import { restoreRun } from '../../notices/change-run.ts';
import { takeBackInstruction } from '../../notices/give-instruction.ts';
import { setConsent } from '../../notices/set-consent.ts';
import { markMessagesSeen } from '../../notices/try-message-again.ts';
import { restoreDefaultBrand } from '../../partners/default-brand.ts';
import { setSendingSwitch } from '../../partners/sending-switch.ts';
import { restoreRequest } from '../../renewals/change-requests.ts';
import type { PartnerTransaction } from '../../storage/database.ts';
import { restoreView } from '../../views/save-views.ts';
import type { RulesStep } from './settings/take-rules-back.ts';

interface Word {
  readonly caller: Caller;
  readonly now: Temporal.Instant;
}

/** Takes one step of a change back; false where somebody has changed it again since, or it is gone. */
export async function takeBack(
  tx: PartnerTransaction,
  step: Exclude<UndoStep, RulesStep>,
  { caller, now }: Word,
): Promise<boolean> {
  switch (step.kind) {
    case 'request':
      return restoreRequest(tx, step, caller, now);
    case 'sending':
      return setSendingSwitch(tx, step.before.sendingOn, now);
    case 'message': {
      const word = { isSeen: step.before.seen, by: caller.name, at: now };
      return (await markMessagesSeen(tx, [step.id], word)).length > 0;
    }
    case 'brand':
      return restoreDefaultBrand(tx, step);
    case 'run':
      return restoreRun(tx, step, { by: caller.name, at: now });
    case 'contact-added':
      return removeAddedContact(tx, step, now);
    case 'consent':
      return takeConsentBack(tx, step, { caller, now });
    case 'note':
    case 'note-edited': {
      const isBack = await takeNoteBack(tx, step, { person: caller.person, now });
      await keepMentions(tx, step.note, now);
      return isBack;
    }
    case 'inbox':
      return restoreItem(tx, step, caller.person);
    case 'view':
      return restoreView(tx, step, now);
    case 'instruction':
      return (await takeBackInstruction(tx, step.id, now)) !== undefined;
    case 'instruction-taken-back':
      return (await takeBackInstruction(tx, step.id, now, 'stand')) !== undefined;
    default:
      return restoreFields(tx, step, now);
  }
}

async function takeConsentBack(
  tx: PartnerTransaction,
  { id, before, after }: Extract<UndoStep, { kind: 'consent' }>,
  { caller, now }: Word,
): Promise<boolean> {
  const contact = (await contactsById(tx, [id]))[0];
  const [purpose, objected] = Object.entries(before)[0] as [ConsentPurpose, boolean];
  const held = contact?.consents.find((consent) => consent.purpose === purpose)?.objected ?? false;
  if (!contact || held !== after[purpose]) return false;
  const { addressKey } = contact;
  await setConsent(tx, { addressKey, purpose, objected, source: `console: ${caller.name}` }, now);
  return true;
}
