import { Button, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { SettingsPart, SettingsVersions } from '../../../../contract/settings.ts';
import { api } from '../../api/client.ts';
import { useMay } from '../../api/use-session.ts';
import { Bar } from '../../shell/page-skeleton.tsx';
import { ProblemNote } from '../../shell/problem/problem-note.tsx';
import { Moment } from '../../shell/when.tsx';
import { useWords } from '../../words/use-words.ts';
import { permissionToChange } from './permission-to-change.ts';
import { isSame } from './same.ts';
import style from './settings.module.css';

interface PartVersionsProps {
  readonly part: SettingsPart;
  readonly close: () => void;
  /** Brings what held before that version into the draft. */
  readonly bring: (value: Readonly<Record<string, unknown>>) => void;
}

export function PartVersions({ part, close, bring }: PartVersionsProps) {
  const { t } = useWords();
  const mayChange = useMay(permissionToChange(part));
  const { data, error } = useQuery({
    queryKey: ['settings', part, 'versions'],
    queryFn: () => api.get<SettingsVersions>(`/settings/${part}/versions`),
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
      {!data && !error && <Bar width="100%" height={160} />}
      {data?.versions.length === 0 && <p>{t('settings.versions.none')}</p>}
      <ul className={style.lines}>
        {data?.versions.map(({ version, at, by, note, before, after }) => (
          <li key={version}>
            <span>
              {t('settings.version', { version })}
              <small>
                {at && <Moment at={at} short />} · {by ?? t('settings.version.nobody')}
                {note && ` · «${note}»`}
              </small>
              {Object.keys(after)
                .filter((name) => !isSame(before[name], after[name]))
                .map((name) => (
                  <small key={name}>
                    {t('settings.version.field', {
                      field: t(`settings.field.${name}`),
                      before: told(before[name]),
                      after: told(after[name]),
                    })}
                  </small>
                ))}
            </span>
            {mayChange && (
              <Button aria-label={t('settings.version.before-of', { version })} onClick={() => bring(before)}>
                {t('settings.version.before')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Modal>
  );
}

/** A value in one line; long ones by their beginning. */
function told(value: unknown): string {
  if (value === null || value === undefined) return '—';
  const text = typeof value === 'object' ? JSON.stringify(value).replaceAll(/["{}]/g, '') : String(value);
  return text.length > 90 ? `${text.slice(0, 89)}…` : text || '—';
}
