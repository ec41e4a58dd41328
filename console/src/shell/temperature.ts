/** Time left as one of four temperatures; the same meaning in console, mails, banners and charts. */
export type Temperature = 'in-force' | 'soon' | 'urgent' | 'lapsed';

/** The last week is urgent; the first stage opens 90 days before the end. */
const urgentDays = 7;
const soonDays = 90;

export function temperatureOf(daysLeft: number): Temperature {
  if (daysLeft < 0) return 'lapsed';
  if (daysLeft <= urgentDays) return 'urgent';
  return daysLeft <= soonDays ? 'soon' : 'in-force';
}
