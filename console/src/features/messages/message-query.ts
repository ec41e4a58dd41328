import { queryOptions } from '@tanstack/react-query';
import type { MessageView } from '../../../../contract/messages.ts';
import { api } from '../../api/client.ts';

export function messageQuery(id: string) {
  return queryOptions({
    queryKey: ['message', id],
    queryFn: ({ signal }) => api.get<MessageView>(`/messages/${encodeURIComponent(id)}`, undefined, signal),
  });
}
