/** When and how often a partner may write to one address. Times of day and days are those of the contact's own zone. */
export interface ContactRules {
  /** "HH:MM"; nothing is sent from `from` up to `until`. Equal times: no quiet hours. */
  readonly quietHours: { readonly from: string; readonly until: string };
  /** ISO weekdays, 1 (Monday) to 7. Empty: every day. */
  readonly workingDays: readonly number[];
  /** ISO 3166-1 alpha-2 country → ISO dates on which nothing is sent. */
  readonly holidays: Readonly<Record<string, readonly string[]>>;
  readonly minDaysBetweenNotices: number;
  /** Most notices to one address on one calendar day of its zone. */
  readonly dailyCap: number;
  /** A stage that opens within so many days is taken into a notice that goes anyway. */
  readonly pullForwardDays: number;
  /** For contacts without a zone, or with one that nobody knows. */
  readonly defaultTimeZone: string;
  readonly defaultLocale: string;
}

/** What holds until a partner says otherwise. */
export const defaultContactRules: ContactRules = {
  quietHours: { from: '18:00', until: '09:00' },
  workingDays: [1, 2, 3, 4, 5],
  holidays: {},
  minDaysBetweenNotices: 3,
  dailyCap: 2,
  pullForwardDays: 5,
  defaultTimeZone: 'UTC',
  defaultLocale: 'en',
};
