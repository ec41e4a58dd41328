import type { TextLocale } from '../kernel/locale.ts';
import type { Candidate, OpenCandidate } from './candidate.ts';
import type { RecipientFacts } from './clock-facts.ts';
import type { ContactRules } from './contact-rules.ts';
import type { ChannelName } from './stage.ts';
import { textLocaleOf } from './text-locale-of.ts';

/** A touch that goes to this group's address, for one of its recipients. */
export interface Line {
  readonly candidate: Candidate;
  readonly recipient: RecipientFacts;
  readonly pulledForward: boolean;
  /** Word passed on to a further person: another address decided when. */
  readonly passedOn: boolean;
}

/** Everything that would go to one address in one brand's name, one language and over one channel. */
export interface NoticeGroup {
  readonly key: string;
  readonly addressKey: string;
  readonly brand: string;
  readonly textLocale: TextLocale;
  readonly channel: ChannelName;
  readonly open: OpenCandidate[];
  readonly pullable: Candidate[];
  /** Empty: no notice. */
  readonly lines: Line[];
  /** When its notice leaves; said once the lines are complete. */
  leavesAt: number;
}

/** Groups by (address, brand, language, channel), made as they are asked for. */
export class NoticeGroups {
  private readonly byKey = new Map<string, NoticeGroup>();
  private readonly rules: ContactRules;

  constructor(rules: ContactRules) {
    this.rules = rules;
  }

  for(candidate: Candidate, recipient: RecipientFacts): NoticeGroup {
    const { brand } = candidate.turn.facts;
    const { addressKey } = recipient;
    const { channel } = candidate;
    const textLocale = textLocaleOf(recipient.locale, this.rules.defaultLocale);
    const key = `${addressKey}\n${brand}\n${textLocale}\n${channel}`;
    let group = this.byKey.get(key);
    if (group === undefined) {
      group = {
        key,
        addressKey,
        brand,
        textLocale,
        channel,
        open: [],
        pullable: [],
        lines: [],
        leavesAt: -1,
      };
      this.byKey.set(key, group);
    }
    return group;
  }

  /** What is there already; asking makes nothing. */
  all(): NoticeGroup[] {
    return [...this.byKey.values()];
  }
}
