import type { ExpiringFilter as Asked, ExpiringGroup } from '../../../contract/expiring.ts';
import type { ExpiringFilter } from '../../inventory/expiring-list.ts';

/** Days left, both included; today is the last day in force at 0. */
export const groupRanges: Readonly<Record<ExpiringGroup, { readonly from: number; readonly to: number }>> = {
  lapsed: { from: -7, to: -1 },
  7: { from: 0, to: 7 },
  30: { from: 8, to: 30 },
  60: { from: 31, to: 60 },
  90: { from: 61, to: 90 },
};

/** Without any word about days, the whole page. */
const whole = { from: groupRanges.lapsed.from, to: groupRanges[90].to };

export function groupOf(daysLeft: number): ExpiringGroup | null {
  const found = Object.entries(groupRanges).find(([, { from, to }]) => daysLeft >= from && daysLeft <= to);
  return (found?.[0] as ExpiringGroup | undefined) ?? null;
}

/** A filter as the address has it, for the one who asks. A group and a range of days narrow each other. */
export function filterOf(
  asked: Asked,
  { asOf, visible, timeZone }: Pick<ExpiringFilter, 'asOf' | 'visible'> & { readonly timeZone: string },
): ExpiringFilter {
  const range = asked.group === undefined ? undefined : groupRanges[asked.group];
  const from =
    asked.from ?? range?.from ?? (asked.to === undefined ? whole.from : Math.min(asked.to, whole.from));
  const to = asked.to ?? range?.to ?? Math.max(from, whole.to);
  return {
    asOf,
    visible,
    from: Math.max(from, range?.from ?? from),
    to: Math.min(to, range?.to ?? to),
    noticesOn: asked.notices === undefined ? undefined : asked.notices === 'on',
    product: asked.product,
    authority: asked.authority,
    owner: asked.owner === 'none' ? null : asked.owner,
    customer: asked.customer,
    kind: asked.kind,
    renewed: asked.renewed,
    requested: asked.requested === undefined ? undefined : asked.requested === 'yes',
    nextBefore: asked.next === undefined ? undefined : endOfDay(asOf, timeZone),
    text: asked.text,
  };
}

/** The first instant of the day after. */
function endOfDay(day: string, timeZone: string): string {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(timeZone).toInstant().toString();
}
