import type { Purpose } from '../cadence/stage.ts';
import type { RowId } from '../kernel/ids.ts';

/** Where the links of a message lead. The same arguments give the same link, or a message could not be made again. */
export interface NoticeLinks {
  renew(notice: RowId, order: RowId): string;
  mute(notice: RowId, order: RowId): string;
  notMine(notice: RowId, order: RowId): string;
  renewAll(notice: RowId): string;
  unsubscribe(notice: RowId, purpose: Purpose): string;
}
