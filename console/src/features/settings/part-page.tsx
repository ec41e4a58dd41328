import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { PartView, SettingsPart } from '../../../../contract/settings.ts';
import { api } from '../../api/client.ts';
import { useMay } from '../../api/use-session.ts';
import { Icon } from '../../shell/icon.tsx';
import { PageSkeleton } from '../../shell/page-skeleton.tsx';
import { ProblemNote } from '../../shell/problem/problem-note.tsx';
import { useWords } from '../../words/use-words.ts';
import effect from './effect.module.css';
import { PartVersions } from './part-versions.tsx';
import { permissionToChange } from './permission-to-change.ts';
import { SaveBar } from './save-bar.tsx';
import style from './settings.module.css';
import { SettingsFrame } from './settings-frame.tsx';
import { type PartDraft, usePartDraft } from './use-part-draft.ts';

interface PartPageProps<T extends object, V extends PartView<T>> {
  readonly part: SettingsPart;
  readonly children: (
    draft: PartDraft<T>,
    at: { readonly seen: V; readonly mayChange: boolean },
  ) => ReactNode;
  /** Beside the fields while something is changed. */
  readonly aside?: (draft: PartDraft<T>) => ReactNode;
  readonly isWrong?: (value: T) => boolean;
}

/** A part of the settings: loaded, edited, kept; what somebody else keeps meanwhile is brought together with it. */
export function PartPage<T extends object, V extends PartView<T> = PartView<T>>(props: PartPageProps<T, V>) {
  const { part } = props;
  const { data, error, refetch } = useQuery({
    queryKey: ['settings', part],
    queryFn: () => api.get<V>(`/settings/${part}`),
    refetchOnWindowFocus: false,
  });
  if (error) return <ProblemNote problem={error} again={() => void refetch()} />;
  if (data) return <Edit {...props} seen={data} />;
  return (
    <SettingsFrame section={part}>
      <PageSkeleton rows={6} />
    </SettingsFrame>
  );
}

function Edit<T extends object, V extends PartView<T>>({
  part,
  seen,
  children,
  aside,
  isWrong,
}: PartPageProps<T, V> & { seen: V }) {
  const { t } = useWords();
  const mayChange = useMay(permissionToChange(part));
  const draft = usePartDraft<T>(part, seen);
  const [showsVersions, showVersions] = useState(false);
  const wrong = isWrong?.(draft.value) ?? false;
  const fields = (
    <fieldset className={style.plain} disabled={!mayChange}>
      {children(draft, { seen, mayChange })}
    </fieldset>
  );
  return (
    <SettingsFrame
      section={part}
      actions={<Button onClick={() => showVersions(true)}>{t('settings.versions')}</Button>}
    >
      {!mayChange && <p className="quiet">{t('settings.read-only')}</p>}
      {draft.met && <Met draft={draft} />}
      {aside ? (
        <div className={style.columns}>
          {fields}
          <div className={style.aside}>{aside(draft)}</div>
        </div>
      ) : (
        fields
      )}
      {draft.changed.length > 0 && mayChange && (
        <SaveBar
          changes={
            wrong
              ? t('settings.wrong')
              : t('settings.unsaved.fields', {
                  fields: draft.changed.map((name) => t(`settings.field.${name}`)).join(', '),
                })
          }
          isBusy={draft.isBusy}
          isWrong={wrong || (draft.met?.conflicts.length ?? 0) > 0}
          note={draft.note}
          setNote={draft.setNote}
          save={() => void draft.save()}
          discard={draft.discard}
        />
      )}
      {showsVersions && (
        <PartVersions
          part={part}
          close={() => showVersions(false)}
          bring={(value) => {
            draft.set(value as Partial<T>);
            showVersions(false);
          }}
        />
      )}
    </SettingsFrame>
  );
}

/** What somebody else has saved meanwhile is in the fields; where both changed the same, a person chooses. */
function Met<T extends object>({ draft }: { draft: PartDraft<T> }) {
  const { t } = useWords();
  const { met, takeTheirs, set, value } = draft;
  if (!met) return null;
  return (
    <ul className={effect.warnings} role="alert">
      <li>
        <Icon name="warning" />
        <span>{t('settings.met')}</span>
      </li>
      {met.conflicts.map((field) => (
        <li key={field}>
          <Icon name="warning" />
          <span>
            {t('settings.met.both', { field: t(`settings.field.${field}`) })}
            <span className={style.row}>
              <Button onClick={() => takeTheirs(field)}>
                {t('settings.met.theirs')} {shown(met.theirs[field as keyof T])}
              </Button>
              <Button
                onClick={() => {
                  const mine = value[field as keyof T];
                  takeTheirs(field);
                  set({ [field]: mine } as Partial<T>);
                }}
              >
                {t('settings.met.mine')} {shown(value[field as keyof T])}
              </Button>
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Plain values beside the choice; of larger ones the page shows enough. */
function shown(value: unknown): string {
  return typeof value === 'number' || typeof value === 'string' ? `(${value})` : '';
}
