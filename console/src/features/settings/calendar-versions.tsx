import { Button, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CalendarView, CalendarVersions as Versions } from '../../../../contract/settings.ts';
import { api } from '../../api/client.ts';
import { useMay } from '../../api/use-session.ts';
import { Bar } from '../../shell/page-skeleton.tsx';
import { ProblemNote } from '../../shell/problem/problem-note.tsx';
import { Moment } from '../../shell/when.tsx';
import { useWords } from '../../words/use-words.ts';
import { changesBetween } from './book-changes.ts';
import { ChangeList } from './change-words.tsx';
import style from './settings.module.css';

interface CalendarVersionsProps {
  readonly current: CalendarView;
  readonly close: () => void;
  /** Brings an old version's content into the draft, to look at its effect and save it as the next one. */
  readonly bring: (version: CalendarView) => void;
}

export function CalendarVersions({ current, close, bring }: CalendarVersionsProps) {
  const { t } = useWords();
  const [opened, setOpened] = useState<number | null>(null);
  const { data, error } = useQuery({
    queryKey: ['settings-calendars', 'versions', current.version],
    queryFn: () => api.get<Versions>('/settings/calendars/versions'),
  });
  return (
    <Modal
      opened
      onClose={close}
      size={620}
      title={t('settings.versions')}
      closeButtonProps={{ 'aria-label': t('shell.close') }}
    >
      {error && <ProblemNote problem={error} />}
      {!data && !error && <Bar width="100%" height={200} />}
      <ul className={style.lines}>
        {data?.versions.map((one) => (
          <li key={one.version}>
            <span>
              {one.version === 0
                ? t('settings.version.built-in')
                : t('settings.version', { version: one.version })}
              {one.version === current.version && ` · ${t('settings.version.in-force')}`}
              <small>
                {one.at && <Moment at={one.at} short />}
                {one.at && ` · ${one.by ?? t('settings.version.nobody')}`}
                {one.fromVersion !== null && ` · ${t('settings.version.from', { version: one.fromVersion })}`}
                {one.note && ` · «${one.note}»`}
              </small>
            </span>
            {one.version !== current.version && (
              <Button
                aria-expanded={opened === one.version}
                aria-label={t('settings.version.compare-of', { version: one.version })}
                onClick={() => setOpened(opened === one.version ? null : one.version)}
              >
                {t('settings.version.compare')}
              </Button>
            )}
            {opened === one.version && <Difference version={one.version} current={current} bring={bring} />}
          </li>
        ))}
      </ul>
    </Modal>
  );
}

function Difference({
  version,
  current,
  bring,
}: Pick<CalendarVersionsProps, 'current' | 'bring'> & { version: number }) {
  const { t } = useWords();
  const mayChange = useMay('settings:change');
  const { data, error } = useQuery({
    queryKey: ['settings-calendars', 'version', version],
    queryFn: () => api.get<CalendarView>(`/settings/calendars/versions/${version}`),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (error) return <ProblemNote problem={error} />;
  if (!data) return <Bar width="100%" height={60} />;
  const changes = changesBetween(current.book, data.book);
  return (
    <div className={style.card} style={{ flexBasis: '100%' }}>
      <p>{t(changes.length === 0 ? 'settings.version.same' : 'settings.version.would')}</p>
      <ChangeList changes={changes} />
      {mayChange && changes.length > 0 && (
        <div>
          <Button variant="filled" onClick={() => bring(data)}>
            {t('settings.version.bring')}
          </Button>
        </div>
      )}
    </div>
  );
}
