import type { MessagesQuery } from '../../../contract/messages.ts';
import type { RowId } from '../../kernel/ids.ts';
import type { MessageFilter } from '../../notices/load-messages.ts';

/** What was asked for, as the ledger is asked: days are the partner's, within what the caller may see. */
export function messageFilterOf(
  asked: Omit<MessagesQuery, 'limit' | 'after'>,
  { visible, timeZone }: { readonly visible: readonly RowId[] | null; readonly timeZone: string },
): MessageFilter {
  const { from, until, attention, state, ...rest } = asked;
  const midnight = (day: string | undefined) =>
    day === undefined
      ? undefined
      : Temporal.PlainDate.from(day).toZonedDateTime(timeZone).toInstant().toString();
  return {
    ...{ visible, ...rest, attention: attention === 'yes' },
    // Previews are no messages of the ledger.
    state: state === 'preview' ? undefined : state,
    // `until` is the last day, as people read a range.
    ...{ from: midnight(from), until: midnight(until && nextDay(until)) },
  };
}

function nextDay(day: string): string {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toString();
}
