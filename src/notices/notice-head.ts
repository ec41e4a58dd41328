import type { ChannelName, Purpose, StageTemplate, Tone } from '../cadence/stage.ts';
import type { RowId } from '../kernel/ids.ts';
import type { TextLocale } from '../kernel/locale.ts';

/** To whom a notice of the ledger goes, over what, and how it speaks: fixed when it was planned. */
export interface NoticeHead {
  readonly id: RowId;
  readonly channel: ChannelName;
  readonly contact: RowId;
  readonly addressKey: string;
  readonly brand: RowId | null;
  readonly textLocale: TextLocale;
  readonly locale: string;
  readonly timeZone: string;
  readonly purpose: Purpose;
  readonly tone: Tone;
  readonly template: StageTemplate;
  readonly stage: number;
  readonly withoutOffers: boolean;
}
