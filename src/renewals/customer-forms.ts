import type { RowId } from '../kernel/ids.ts';
import {
  type MuteReason,
  muteReasons,
  type NotMineReason,
  notMineReasons,
  type RenewalWish,
  renewalWishes,
} from './customer-pages-port.ts';
import { unsubscribeChoices } from './pages/unsubscribe-page.ts';
import type { LinkPurpose } from './renewal-link.ts';

/** The fields of a form as they arrived; a field may have come several times. */
export type FormFields = Readonly<Record<string, readonly string[]>>;

/** What the person chose of a closed list, or undefined. */
function choiceOf<T extends string>(fields: FormFields, name: string, list: readonly T[]): T | undefined {
  const [given] = fields[name] ?? [];
  return list.find((value) => value === given);
}

export const chosenWish = (fields: FormFields): RenewalWish | undefined =>
  choiceOf(fields, 'how', renewalWishes);
export const chosenMuteReason = (fields: FormFields): MuteReason | undefined =>
  choiceOf(fields, 'reason', muteReasons);
export const chosenNotMineReason = (fields: FormFields): NotMineReason | undefined =>
  choiceOf(fields, 'reason', notMineReasons);

/** Those of the orders on the page that were ticked; a page with one order asks for none and means it. */
export function chosenOrders(fields: FormFields, open: readonly RowId[]): readonly RowId[] {
  if (open.length === 1) return open;
  const ticked = new Set(fields.order ?? []);
  return open.filter((order) => ticked.has(order));
}

export function chosenPurposes(fields: FormFields, of: LinkPurpose): readonly LinkPurpose[] | undefined {
  const choice = choiceOf<string>(fields, 'purposes', unsubscribeChoices[of]);
  return choice?.split(',') as LinkPurpose[] | undefined;
}

export function isSure(fields: FormFields): boolean {
  return fields.sure?.[0] === 'yes';
}

/** RFC 8058 section 3.1: the body that a mail provider sends, as a form of either encoding. */
export function isOneClick(fields: FormFields): boolean {
  return fields['List-Unsubscribe']?.[0] === 'One-Click';
}
