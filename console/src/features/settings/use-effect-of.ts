import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { EffectAnswer, EffectQuestion } from '../../../../contract/settings.ts';
import { api } from '../../api/client.ts';

const pauseMs = 600;

/** What a draft would change, asked for once its person pauses; null where there is nothing to ask. */
export function useEffectOf(question: EffectQuestion | null) {
  const asked = useSettled(JSON.stringify(question), pauseMs);
  const isSettled = asked === JSON.stringify(question);
  const query = useQuery({
    queryKey: ['settings-effect', asked],
    queryFn: () => api.post<EffectAnswer>('/settings/effect', { body: JSON.parse(asked) }),
    enabled: asked !== 'null',
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    retry: false,
  });
  return { ...query, isWorking: question !== null && (!isSettled || query.isFetching) };
}

/** A value once it has not changed for a while. */
function useSettled(value: string, ms: number): string {
  const [settled, settle] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => settle(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}
