import type { QueryClient } from '@tanstack/react-query';
import type { MailSettingsShown } from '../../../../contract/mail-settings.ts';
import { api } from '../../api/client.ts';

export const mailQuery = {
  queryKey: ['mail-settings'],
  queryFn: () => api.get<MailSettingsShown>('/mail-settings'),
  // What somebody is typing is not to be overtaken by what is kept.
  refetchOnWindowFocus: false,
} as const;

/** What a change answers, put in the place of what was shown; the set-up guide reads its steps from it. */
export async function takeUpMail(client: QueryClient, shown?: MailSettingsShown): Promise<void> {
  if (shown) client.setQueryData(mailQuery.queryKey, shown);
  else await client.invalidateQueries({ queryKey: mailQuery.queryKey });
  await client.invalidateQueries({ queryKey: ['setup'] });
}
