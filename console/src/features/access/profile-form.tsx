import { SegmentedControl, Select, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { api } from '../../api/client.ts';
import type { Session } from '../../api/session.ts';
import { sessionQuery, usePreferences, useSession } from '../../api/use-session.ts';
import form from '../../shell/form/form.module.css';
import { useKept } from '../../shell/kept.ts';
import { useProblemText } from '../../shell/problem/use-problem-text.ts';
import { toast } from '../../shell/toast/toasts.ts';
import { useWords } from '../../words/use-words.ts';

type Change = Partial<Pick<Session['person'], 'name' | 'language' | 'theme' | 'timeZone'>>;

/** Each choice is saved as it is made and can be seen at once. */
export function ProfileForm() {
  const { t } = useWords();
  const person = useSession()?.person;
  const { language, theme, timeZone } = usePreferences();
  const save = useSaveProfile();
  const [rows, setRows] = useKept<'dense' | 'comfortable'>('rows', 'dense');
  if (!person) return null;
  return (
    <div className={form.form}>
      <NameField name={person.name} save={(name) => save({ name })} />
      <TextInput
        label={t('access.email')}
        value={person.email}
        readOnly
        description={t('access.email.fixed')}
      />
      <Choice
        label={t('access.language')}
        value={language}
        set={(next) => save({ language: next as 'es' | 'en' })}
        options={['es', 'en']}
      />
      <Choice
        label={t('access.theme')}
        value={theme}
        set={(next) => save({ theme: next as 'auto' | 'light' | 'dark' })}
        options={['auto', 'light', 'dark']}
      />
      <Choice
        label={t('access.rows')}
        value={rows}
        set={(next) => setRows(next as 'dense')}
        options={['dense', 'comfortable']}
      />
      <Select
        label={t('access.time-zone')}
        searchable
        data={Intl.supportedValuesOf('timeZone')}
        value={timeZone}
        limit={60}
        onChange={(next) => void save({ timeZone: next })}
      />
    </div>
  );
}

function NameField({ name, save }: { name: string; save: (name: string) => void }) {
  const { t } = useWords();
  const [typed, setTyped] = useState(name);
  return (
    <TextInput
      label={t('access.name')}
      value={typed}
      autoComplete="name"
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => typed.trim() !== '' && typed.trim() !== name && save(typed.trim())}
      onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
    />
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly string[];
  readonly set: (value: string) => void;
}

function Choice({ label, value, options, set }: ChoiceProps) {
  const { t } = useWords();
  const id = useId();
  return (
    <div>
      <div id={id} className="mantine-InputWrapper-label">
        {label}
      </div>
      <SegmentedControl
        aria-labelledby={id}
        value={value}
        onChange={set}
        data={options.map((option) => ({ value: option, label: t(`access.choice.${option}`) }))}
      />
    </div>
  );
}

/** Shown at once; drawn back where the server refuses. */
function useSaveProfile(): (change: Change) => Promise<void> {
  const { t } = useWords();
  const problemText = useProblemText();
  const client = useQueryClient();
  return async (change) => {
    const { queryKey } = sessionQuery;
    const before = client.getQueryData(queryKey);
    client.setQueryData(queryKey, (now) => now && { ...now, person: { ...now.person, ...change } });
    try {
      client.setQueryData(queryKey, await api.patch<Session>('/access/me', { body: change }));
      toast({ text: t('shell.saved') });
    } catch (error) {
      client.setQueryData(queryKey, before);
      toast({ text: problemText(error).what, tone: 'problem' });
    }
  };
}
