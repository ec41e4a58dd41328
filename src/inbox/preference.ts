/** What a person wants to hear by mail. */
export interface InboxPreference {
  readonly digestOn: boolean;
  /** From which hour of their own day on. */
  readonly digestHour: number;
}

/** What holds until they say otherwise. */
export const firstPreference: InboxPreference = { digestOn: true, digestHour: 8 };
