import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { PartView, SettingsPart, SettingsSaved } from '../../../../contract/settings.ts';
import { api } from '../../api/client.ts';
import { isProblem } from '../../api/problem.ts';
import { useProblemText } from '../../shell/problem/use-problem-text.ts';
import { toast } from '../../shell/toast/toasts.ts';
import { useWords } from '../../words/use-words.ts';
import { mergeFields } from './merge-fields.ts';
import { isSame } from './same.ts';

export interface PartDraft<T extends object> {
  readonly value: T;
  readonly set: (fields: Partial<T>) => void;
  /** The fields that are otherwise than what is in force. */
  readonly changed: readonly string[];
  readonly isBusy: boolean;
  readonly note: string;
  readonly setNote: (note: string) => void;
  readonly save: () => Promise<void>;
  readonly discard: () => void;
  /** Somebody saved meanwhile: what they changed is taken up, and these fields both have changed. */
  readonly met: { readonly conflicts: readonly string[]; readonly theirs: T } | null;
  readonly takeTheirs: (field: string) => void;
}

/** One part of the settings while it is edited. */
export function usePartDraft<T extends object>(part: SettingsPart, seen: PartView<T>): PartDraft<T> {
  const { t } = useWords();
  const client = useQueryClient();
  const problemText = useProblemText();
  const [base, setBase] = useState(seen);
  const [value, setValue] = useState(seen.value);
  const [note, setNote] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [met, setMet] = useState<PartDraft<T>['met']>(null);
  const names = [...new Set([...Object.keys(base.value), ...Object.keys(value)])] as (keyof T & string)[];
  const changed = names.filter((name) => !isSame(base.value[name], value[name]));

  const takeUp = (view: PartView<T>, next: T = view.value) => {
    setBase(view);
    setValue(next);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a newer version is a reason
  useEffect(() => {
    if (seen.etag !== base.etag && changed.length === 0) takeUp(seen);
  }, [seen]);

  const meet = async () => {
    const newer = await api.get<PartView<T>>(`/settings/${part}`);
    const merged = mergeFields(base.value, value, newer.value);
    takeUp(newer, merged.value);
    setMet({ conflicts: merged.conflicts, theirs: newer.value });
  };
  const save = async () => {
    setBusy(true);
    try {
      const body = { value, ...(note ? { note } : {}) };
      const saved = await api.put<SettingsSaved>(`/settings/${part}`, { body, etag: base.etag });
      takeUp({ value, etag: saved.etag });
      setNote('');
      setMet(null);
      await client.invalidateQueries({ queryKey: ['settings', part] });
      toast({ text: t('settings.saved'), undo: saved.undo });
    } catch (error) {
      if (isProblem(error, 'stale')) await meet();
      else toast({ text: `${problemText(error).what} ${problemText(error).toDo}`, tone: 'problem' });
    } finally {
      setBusy(false);
    }
  };
  return {
    ...{ value, changed, isBusy, note, setNote, save, met },
    set: (fields) => setValue((held) => ({ ...held, ...fields })),
    discard: () => {
      takeUp(base);
      setMet(null);
    },
    takeTheirs: (field) => {
      if (!met) return;
      setValue((held) => ({ ...held, [field]: met.theirs[field as keyof T] }));
      setMet({ ...met, conflicts: met.conflicts.filter((one) => one !== field) });
    },
  };
}
