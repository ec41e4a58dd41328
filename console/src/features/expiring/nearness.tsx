import { useQuery } from '@tanstack/react-query';
import { type ExpiringCounts, type ExpiringGroup, expiringGroups } from '../../../../contract/expiring.ts';
import { api, type Query } from '../../api/client.ts';
import { useAddressWords, useChangeAddress } from '../../shell/use-address.ts';
import { useWords } from '../../words/use-words.ts';
import style from './expiring.module.css';

export function useExpiringCounts(filter: Query): ExpiringCounts | undefined {
  const { group: _, ...asked } = filter;
  return useQuery({
    queryKey: ['expiring', 'counts', asked],
    queryFn: ({ signal }) => api.get<ExpiringCounts>('/expiring/counts', asked, signal),
    placeholderData: (before) => before,
  }).data;
}

const tones: Readonly<Record<ExpiringGroup, string>> = {
  lapsed: 'lapsed',
  '7': 'urgent',
  '30': 'soon',
  '60': 'soon',
  '90': 'soon',
};

/** How much there is in each group under the filters; pressing one shows only that group. */
export function Nearness({ counts }: { counts: ExpiringCounts | undefined }) {
  const { t, locale } = useWords();
  const { group } = useAddressWords();
  const change = useChangeAddress();
  return (
    <div className={style.nearness} role="group" aria-label={t('expiring.nearness')}>
      {expiringGroups.map((one) => {
        const counted = counts?.groups[one];
        return (
          <button
            key={one}
            type="button"
            data-tone={tones[one]}
            aria-pressed={group === one}
            onClick={() => void change({ group: group === one ? undefined : one })}
          >
            <strong>{counted ? countText(counted, locale) : '–'}</strong>
            <span>{t(`expiring.group.${one}`)}</span>
          </button>
        );
      })}
    </div>
  );
}

/** `10.000+` where counting was stopped. */
export function countText({ count, exact }: { count: number; exact: boolean }, locale: string): string {
  return `${new Intl.NumberFormat(locale).format(count)}${exact ? '' : '+'}`;
}
