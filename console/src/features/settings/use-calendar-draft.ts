import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { CalendarBook, CalendarSaved, CalendarView } from '../../../../contract/settings.ts';
import { api } from '../../api/client.ts';
import { isProblem } from '../../api/problem.ts';
import { useProblemText } from '../../shell/problem/use-problem-text.ts';
import { toast } from '../../shell/toast/toasts.ts';
import { useWords } from '../../words/use-words.ts';
import { isSame } from './same.ts';

/** The calendars while they are edited: over which version, what they hold, and how they are kept. */
export function useCalendarDraft(seen: CalendarView) {
  const { t } = useWords();
  const client = useQueryClient();
  const problemText = useProblemText();
  const [base, setBase] = useState(seen);
  const [book, setBook] = useState(seen.book);
  const [fromVersion, setFrom] = useState<number | null>(null);
  const [note, setNote] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [theirs, setTheirs] = useState<CalendarView | null>(null);
  const isChanged = !isSame(base.book, book);

  const takeUp = (view: CalendarView, next: CalendarBook = view.book) => {
    setBase(view);
    setBook(next);
    setFrom(null);
    setTheirs(null);
  };
  // A version that came from elsewhere (an undo, another tab) is shown at once where nothing would be lost.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a newer version is a reason
  useEffect(() => {
    if (seen.version !== base.version && !isChanged) takeUp(seen);
  }, [seen]);

  const save = async () => {
    setBusy(true);
    try {
      const body = { book, ...(note ? { note } : {}), ...(fromVersion === null ? {} : { fromVersion }) };
      const saved = await api.put<CalendarSaved>('/settings/calendars', { body, etag: `"v${base.version}"` });
      const view = await api.get<CalendarView>('/settings/calendars');
      takeUp(view);
      setNote('');
      client.setQueryData(['settings-calendars'], view);
      await client.invalidateQueries({ queryKey: ['settings-calendars', 'versions'] });
      toast({ text: t('settings.saved.version', { version: saved.version }), undo: saved.undo });
    } catch (error) {
      if (isProblem(error, 'stale')) setTheirs(await api.get<CalendarView>('/settings/calendars'));
      else toast({ text: `${problemText(error).what} ${problemText(error).toDo}`, tone: 'problem' });
    } finally {
      setBusy(false);
    }
  };
  return {
    ...{ base, book, setBook, isChanged, note, setNote, isBusy, save, theirs },
    dismissTheirs: () => setTheirs(null),
    discard: () => takeUp(base),
    goOn: (merged: CalendarBook) => theirs && takeUp(theirs, merged),
    bring: (version: CalendarView) => {
      setBook(version.book);
      setFrom(version.version);
    },
  };
}
