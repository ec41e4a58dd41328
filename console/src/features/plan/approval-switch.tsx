import { NumberInput, Switch } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import type { Approval, PartView, SettingsSaved } from '../../../../contract/settings.ts';
import { api } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import { useMay } from '../../api/use-session.ts';
import { ProblemNote } from '../../shell/problem/problem-note.tsx';
import { toast } from '../../shell/toast/toasts.ts';
import { useWords } from '../../words/use-words.ts';
import style from './plan.module.css';
import { readPlanAgain } from './plan-query.ts';

const key = ['settings', 'approval'];

/** Whether each day's messages wait for somebody's word; for whoever may change the partner's settings. */
export function ApprovalSwitch() {
  return useMay('settings:change') ? <Shown /> : null;
}

function Shown() {
  const { t } = useWords();
  const title = useId();
  const { data } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.get<PartView<Approval>>('/settings/approval', undefined, signal),
  });
  const readAgain = async () => {
    await Promise.all([queryClient.invalidateQueries({ queryKey: key }), readPlanAgain()]);
  };
  const save = useMutation({
    mutationFn: (dayApproval: Approval['dayApproval']) =>
      api.put<SettingsSaved>('/settings/approval', {
        body: { value: { dayApproval } },
        etag: data?.etag ?? null,
      }),
    onSuccess: ({ changed, undo }) => {
      if (changed) toast({ text: t('plan.approval.saved'), undo, onUndo: readAgain });
      return readAgain();
    },
  });
  if (!data) return null;
  const { needed, tolerance } = data.value.dayApproval;
  return (
    <section className={style.setting} aria-labelledby={title}>
      <h2 id={title}>{t('plan.approval.title')}</h2>
      <Switch
        label={t('plan.approval.needed')}
        checked={needed}
        disabled={save.isPending}
        onChange={(event) => save.mutate({ needed: event.currentTarget.checked, tolerance })}
      />
      {needed && (
        <NumberInput
          key={tolerance}
          label={t('plan.approval.tolerance')}
          defaultValue={tolerance}
          min={0}
          max={500}
          suffix=" %"
          w={220}
          onBlur={(event) => {
            const next = Number.parseInt(event.currentTarget.value, 10);
            if (Number.isInteger(next) && next !== tolerance) save.mutate({ needed, tolerance: next });
          }}
        />
      )}
      {save.error && <ProblemNote problem={save.error} />}
    </section>
  );
}
