import { useQuery } from '@tanstack/react-query';
import { type RequestCounts, type RequestState, requestStates } from '../../../../contract/requests.ts';
import { api, type Query } from '../../api/client.ts';
import { useAddressWords, useChangeAddress } from '../../shell/use-address.ts';
import { useWords } from '../../words/use-words.ts';
import style from './requests.module.css';

export function useRequestCounts(filter: Query): RequestCounts | undefined {
  const { state: _, ...asked } = filter;
  return useQuery({
    queryKey: ['requests', 'counts', asked],
    queryFn: ({ signal }) => api.get<RequestCounts>('/requests/counts', asked, signal),
    placeholderData: (before) => before,
  }).data;
}

/** How many there are in each state under the filters; pressing one shows those. Open is what the page begins with. */
export function RequestStates({ counts }: { counts: RequestCounts | undefined }) {
  const { t, locale } = useWords();
  const { state = 'open' } = useAddressWords();
  const change = useChangeAddress();
  const number = (of: RequestState) =>
    counts ? new Intl.NumberFormat(locale).format(counts.states[of] ?? 0) : '–';
  return (
    <div className={style.states} role="group" aria-label={t('requests.states')}>
      {requestStates.map((one) => (
        <button
          key={one}
          type="button"
          data-state={one}
          aria-pressed={state === one}
          onClick={() => void change({ state: one === 'open' ? undefined : one })}
        >
          <strong>{number(one)}</strong>
          <span>{t(`requests.states.${one}`)}</span>
          {one === 'open' && counts !== undefined && counts.overdue > 0 && (
            <span className={style.late}>{t('requests.overdue', { count: counts.overdue })}</span>
          )}
        </button>
      ))}
    </div>
  );
}
