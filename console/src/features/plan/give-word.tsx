import { Button, Checkbox, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { GiveInstruction, InstructionGiven, PlanRow } from '../../../../contract/plan.ts';
import { api } from '../../api/client.ts';
import { isProblem } from '../../api/problem.ts';
import { ProblemNote } from '../../shell/problem/problem-note.tsx';
import { toast } from '../../shell/toast/toasts.ts';
import { useWords } from '../../words/use-words.ts';
import style from './plan.module.css';
import { readPlanAgain } from './plan-query.ts';
import { shiftDay } from './plan-weeks.ts';

const kinds = ['hold', 'skip', 'forward'] as const;
type Kind = (typeof kinds)[number];

interface Silenced {
  readonly count: number;
  readonly silenced: readonly { readonly number: string; readonly words: string }[];
}

/** Hold, skip or bring forward this touch or all of its customer, with a note. */
export function GiveWord({ row }: { row: PlanRow }) {
  const { t } = useWords();
  const title = useId();
  const [kind, setKind] = useState<Kind>('hold');
  const [scope, setScope] = useState<'touch' | 'all'>('touch');
  const [until, setUntil] = useState(shiftDay(row.day, 7));
  const [note, setNote] = useState('');
  const [evenSafety, setEvenSafety] = useState(false);
  const asksDay = kind !== 'skip' || scope === 'all';
  const give = useMutation({
    mutationFn: () =>
      api.post<InstructionGiven>('/plan/instructions', {
        body: bodyOf(row, { kind, scope, until: asksDay ? until : '', note, evenSafety }),
      }),
    onSuccess: ({ undo }) => {
      setNote('');
      setEvenSafety(false);
      toast({ text: t(`plan.do.done.${kind}`), undo, onUndo: readPlanAgain });
      return readPlanAgain();
    },
  });
  const silenced = silencedBy(give.error);
  const anew =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      give.reset();
      setEvenSafety(false);
      set(value);
    };
  return (
    <section aria-labelledby={title}>
      <h3 id={title}>{t('plan.do')}</h3>
      <form
        className={style.word}
        onSubmit={(event) => {
          event.preventDefault();
          give.mutate();
        }}
      >
        <SegmentedControl
          aria-label={t('plan.do.kind')}
          data={kinds.map((value) => ({ value, label: t(`plan.do.${value}`) }))}
          value={kind}
          onChange={anew((value: string) => {
            setKind(value as Kind);
            setUntil(value === 'forward' ? '' : shiftDay(row.day, 7));
          })}
        />
        <SegmentedControl
          aria-label={t('plan.do.scope')}
          data={(['touch', 'all'] as const).map((value) => ({ value, label: t(`plan.do.scope.${value}`) }))}
          value={scope}
          onChange={anew((value: string) => setScope(value as 'touch' | 'all'))}
        />
        {asksDay && (
          <TextInput
            type="date"
            label={t(`plan.do.until.${kind}`)}
            value={until}
            required={kind !== 'forward'}
            withAsterisk={false}
            onChange={(event) => anew(setUntil)(event.currentTarget.value)}
          />
        )}
        <Textarea
          label={t('plan.do.note')}
          rows={2}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {silenced && (
          <div className={style.silences} role="alert">
            <p>
              {t('plan.do.silences', {
                count: silenced.count,
                orders: silenced.silenced.map(({ number, words }) => `${number} (${words})`).join(', '),
              })}
            </p>
            <Checkbox
              label={t('plan.do.even-safety')}
              checked={evenSafety}
              onChange={(event) => setEvenSafety(event.currentTarget.checked)}
            />
          </div>
        )}
        {give.error && !silenced && <ProblemNote problem={give.error} />}
        <Button
          type="submit"
          variant="filled"
          loading={give.isPending}
          disabled={silenced !== null && !evenSafety}
        >
          {t(`plan.do.action.${kind}`)}
        </Button>
      </form>
    </section>
  );
}

interface Word {
  readonly kind: Kind;
  readonly scope: 'touch' | 'all';
  readonly until: string;
  readonly note: string;
  readonly evenSafety: boolean;
}

function bodyOf(row: PlanRow, { kind, scope, until, note, evenSafety }: Word): GiveInstruction {
  const { clock, stage, channel } = row;
  return {
    ...{ kind, customer: row.customer.id, note: note.trim(), evenSafety },
    touches: scope === 'all' ? null : [{ clock, stage, channel }],
    until: until === '' ? null : until,
    // Everything of the customer that the plan shows may come forward.
    reach: null,
  };
}

function silencedBy(error: unknown): Silenced | null {
  if (!isProblem(error, 'conflict')) return null;
  const { silenced, count } = error.document as Partial<Silenced>;
  return silenced && count !== undefined ? { silenced, count } : null;
}
