import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Retention, RetentionCount, RetentionView } from '../../../../contract/settings.ts';
import { api } from '../../api/client.ts';
import { dayText } from '../../shell/time-text.ts';
import { useWords } from '../../words/use-words.ts';
import { Part } from './part.tsx';
import { PartPage } from './part-page.tsx';

const kinds = [
  { field: 'messageContentDays', count: 'messages', days: [90, 180, 365, 730, 1825] },
  { field: 'importChangesDays', count: 'imports', days: [30, 90, 180, 365] },
  { field: 'notesRemovedDays', count: 'notes', days: [1, 7, 30, 90] },
  { field: 'auditDays', count: 'audit', days: [365, 730, 1095, 1825, 3650] },
] as const;

export function RetentionPage() {
  const { t, locale } = useWords();
  return (
    <PartPage<Retention, RetentionView> part="retention">
      {({ value, set }, { seen }) => (
        <>
          {kinds.map(({ field, count, days }) => (
            <Part
              key={field}
              title={t(`settings.field.${field}`)}
              line={t(`settings.retention.${count}.line`)}
            >
              <Select
                label={t('settings.retention.keep')}
                value={value[field] === null ? 'ever' : String(value[field])}
                onChange={(next) => set({ [field]: next === 'ever' ? null : Number(next) })}
                data={[
                  ...[...new Set([...days, ...(value[field] === null ? [] : [value[field]])])]
                    .sort((a, b) => a - b)
                    .map((one) => ({
                      value: String(one),
                      label: t('settings.retention.days', { days: one }),
                    })),
                  { value: 'ever', label: t('settings.retention.ever') },
                ]}
              />
              <WouldGo value={value} count={count} />
            </Part>
          ))}
          <Part title={t('settings.retention.stays')} line={t('settings.retention.stays.line')}>
            <p>{t('settings.retention.uploads')}</p>
            {seen.last && (
              <p className="quiet">
                {t('settings.retention.last', { day: dayText(seen.last.day, locale), ...seen.last.removed })}
              </p>
            )}
          </Part>
        </>
      )}
    </PartPage>
  );
}

/** How many of a kind the next daily run would remove. */
function WouldGo({ value, count }: { value: Retention; count: keyof RetentionCount }) {
  const { t } = useWords();
  const { data } = useQuery({
    queryKey: ['retention-count', value],
    queryFn: () => api.post<RetentionCount>('/settings/retention/count', { body: value }),
    placeholderData: (held) => held,
    staleTime: 30_000,
  });
  return <p aria-live="polite">{data ? t('settings.retention.would', { count: data[count] }) : '…'}</p>;
}
