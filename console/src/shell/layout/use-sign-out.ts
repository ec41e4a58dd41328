import { api } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';

/** Ends this sign-in; nothing that was shown stays in the browser's memory. */
export function useSignOut(): () => Promise<void> {
  return async () => {
    await api.post('/access/sign-out');
    queryClient.clear();
    window.location.assign('/sign-in');
  };
}
