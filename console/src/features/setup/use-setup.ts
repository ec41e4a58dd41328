import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { SetupShown, SetupStep, SetupWord } from '../../../../contract/setup.ts';
import { api } from '../../api/client.ts';
import { useMay, useSession } from '../../api/use-session.ts';

const queryKey = ['setup'] as const;

/** Setting up is of the whole company: whoever sees some customers only has no part in it. */
export function useMaySetUp(): boolean {
  const seesAll = useSession()?.customers === null;
  return useMay('setup:use') && seesAll;
}

/** How far the partner is set up; read anew wherever it is shown, because its steps are done elsewhere. */
export function useSetup() {
  const may = useMaySetUp();
  return useQuery({
    queryKey,
    queryFn: ({ signal }) => api.get<SetupShown>('/setup', undefined, signal),
    enabled: may,
    staleTime: 0,
  });
}

/** Says of a step that it is right as it is, or has to wait; null takes it back. */
export function useSetupWord() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ step, word }: { step: SetupStep; word: SetupWord | null }) =>
      api.put<SetupShown>(`/setup/${step}`, { body: { word } }),
    onSuccess: (shown) => client.setQueryData(queryKey, shown),
  });
}
