import type { TextLocale } from '../kernel/locale.ts';
import type { RenewedFact } from './clock-facts.ts';
import type { ChannelName, Purpose, StageTemplate, Tone } from './stage.ts';

/** A touch for the notice's recipient. One notice names a clock at most once. */
export interface PlannedDelivery {
  readonly clock: string;
  readonly order: string;
  readonly kind: string;
  readonly anchor: string;
  readonly stage: number;
  readonly pulledForward: boolean;
  /** Present unless `no`: what was seen, for the message to say. */
  readonly renewed?: RenewedFact;
}

/** What goes to one address, in one brand's name, in one language, over one channel. */
export interface NoticePlan {
  readonly channel: ChannelName;
  readonly addressKey: string;
  /** The contact of the most urgent delivery. */
  readonly contact: string;
  readonly brand: string;
  readonly textLocale: TextLocale;
  readonly locale: string;
  readonly timeZone: string;
  readonly tone: Tone;
  readonly template: StageTemplate;
  readonly purpose: Purpose;
  /** The most urgent stage. */
  readonly stage: number;
  /** Not to leave before this instant: now, or later for a notice that only passes word to further people. */
  readonly at: number;
  /** Nothing promotional may be in it: the address objected to offers, or something is perhaps renewed already. */
  readonly withoutOffers: boolean;
  /** Most urgent first, then by clock. Never empty. */
  readonly deliveries: readonly PlannedDelivery[];
}
