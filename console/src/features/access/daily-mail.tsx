import { Select, Switch } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { InboxPreferenceShown } from '../../../../contract/inbox.ts';
import { api } from '../../api/client.ts';
import form from '../../shell/form/form.module.css';
import { ProblemNote } from '../../shell/problem/problem-note.tsx';
import { useProblemText } from '../../shell/problem/use-problem-text.ts';
import { toast } from '../../shell/toast/toasts.ts';
import { useWords } from '../../words/use-words.ts';

const queryKey = ['inbox', 'preference'];
const hours = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, '0')}:00`,
}));

/** Whether what waits comes by mail, and from which hour on; saved as it is chosen. */
export function DailyMail() {
  const { t } = useWords();
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: ({ signal }) => api.get<InboxPreferenceShown>('/inbox/preference', undefined, signal),
  });
  const save = useSave();
  if (!data) return error ? <ProblemNote problem={error} again={() => void refetch()} /> : null;
  return (
    <div className={form.form}>
      <Switch
        label={t('inbox.mail.on')}
        checked={data.digestOn}
        onChange={(event) => void save({ ...data, digestOn: event.currentTarget.checked })}
      />
      <Select
        label={t('inbox.mail.hour')}
        description={t('inbox.mail.zone', { zone: data.timeZone })}
        data={hours}
        value={String(data.digestHour)}
        disabled={!data.digestOn}
        allowDeselect={false}
        onChange={(hour) => hour !== null && void save({ ...data, digestHour: Number(hour) })}
      />
      {!data.mailLeaves && <p className="quiet">{t('inbox.mail.kept')}</p>}
    </div>
  );
}

/** Shown at once; drawn back where the server refuses. */
function useSave(): (next: InboxPreferenceShown) => Promise<void> {
  const { t } = useWords();
  const problemText = useProblemText();
  const client = useQueryClient();
  return async (next) => {
    const before = client.getQueryData(queryKey);
    client.setQueryData(queryKey, next);
    const { digestOn, digestHour } = next;
    try {
      client.setQueryData(queryKey, await api.put('/inbox/preference', { body: { digestOn, digestHour } }));
      toast({ text: t('shell.saved') });
    } catch (error) {
      client.setQueryData(queryKey, before);
      toast({ text: problemText(error).what, tone: 'problem' });
    }
  };
}
