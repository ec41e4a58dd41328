import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type {
  PerhapsRenewedAnswer,
  PerhapsRenewedAnswered,
  PerhapsRenewedRow,
} from '../../../../contract/perhaps-renewed.ts';
import { api } from '../../api/client.ts';
import { useMay } from '../../api/use-session.ts';
import { EmptyState } from '../../shell/empty-state.tsx';
import type { Column } from '../../shell/list/column.ts';
import { FilterBar } from '../../shell/list/filter-bar.tsx';
import { List, type RowKey } from '../../shell/list/list.tsx';
import { useList } from '../../shell/list/use-list.ts';
import { PageHead } from '../../shell/page-head.tsx';
import { PageLink } from '../../shell/page-link.tsx';
import { useProblemText } from '../../shell/problem/use-problem-text.ts';
import { Ring } from '../../shell/ring.tsx';
import { toast } from '../../shell/toast/toasts.ts';
import { useAddressWords, useQuickView } from '../../shell/use-address.ts';
import { useListed } from '../../shell/views/use-listed.ts';
import { Ends } from '../../shell/when.tsx';
import { useWords } from '../../words/use-words.ts';
import { OrderSide } from './order-side.tsx';
import { PartlyQuestion } from './partly-question.tsx';
import style from './perhaps-renewed.module.css';

type Answer = PerhapsRenewedAnswer['answer'];

/** Orders that a newer one may have replaced: side by side, with what was seen; a person says yes or no. */
export function PerhapsRenewedPage() {
  const { t } = useWords();
  const { opened, open } = useQuickView();
  const { text, kind } = useAddressWords();
  const loaded = useList<PerhapsRenewedRow>('/perhaps-renewed', { text, kind });
  const may = useMay('renewed:answer');
  const say = useAnswer();
  const [asked, setAsked] = useState<PerhapsRenewedRow | null>(null);
  const answer: SayOne = (word, row) =>
    word === 'confirm' && row.kind === 'partly' ? setAsked(row) : void say(word, [row]);
  const { listed, onList } = useListed('perhaps-renewed', useColumns(may ? answer : null));
  const isFiltered = Boolean(text || kind);
  const keys: RowKey<PerhapsRenewedRow>[] = [
    { chord: 'c', says: 'perhaps-renewed.key.confirm', run: (row) => answer('confirm', row) },
    { chord: 'd', says: 'perhaps-renewed.key.deny', run: (row) => answer('deny', row) },
  ];
  return (
    <>
      <PageHead help="says-renewed" title={t('perhaps-renewed.title')} line={t('perhaps-renewed.line')} />
      <FilterBar
        textLabel={t('perhaps-renewed.find')}
        listed={listed}
        filters={[
          {
            name: 'kind',
            title: t('perhaps-renewed.kind'),
            options: ['perhaps', 'partly'].map((value) => ({
              value,
              label: t(`perhaps-renewed.kind.${value}`),
            })),
            says: (value) => t(`perhaps-renewed.kind.${value}`),
          },
        ]}
      />
      <List<PerhapsRenewedRow>
        label={t('perhaps-renewed.title')}
        {...onList}
        loaded={loaded}
        idOf={idOf}
        nameOf={(row) => row.old.number}
        open={(row) => void open('order', row.old.id)}
        openedId={opened?.replace('order:', '') ?? null}
        {...(may
          ? { rowKeys: keys, bulk: (chosen, clear) => <Both chosen={chosen} clear={clear} say={say} /> }
          : {})}
        empty={
          isFiltered ? undefined : (
            <EmptyState title={t('perhaps-renewed.none')} text={t('perhaps-renewed.none.then')}>
              <PageLink to="/expiring">{t('perhaps-renewed.see-expiring')}</PageLink>
            </EmptyState>
          )
        }
      />
      {asked && (
        <PartlyQuestion
          row={asked}
          confirm={() => {
            setAsked(null);
            void say('confirm', [asked], true);
          }}
          leave={() => setAsked(null)}
        />
      )}
    </>
  );
}

type Say = (answer: Answer, rows: readonly PerhapsRenewedRow[], partly?: boolean) => Promise<void>;
type SayOne = (answer: Answer, row: PerhapsRenewedRow) => void;

/**
 * Confirms or denies at once; the toast takes it back. What is renewed in part only is not confirmed among others: the
 * toast says how many were left, and why.
 */
function useAnswer(): Say {
  const { t } = useWords();
  const problemText = useProblemText();
  const queries = useQueryClient();
  return async (answer, rows, partly = false) => {
    try {
      const body: PerhapsRenewedAnswer = { answer, orders: rows.map(idOf), partly };
      const said = await api.post<PerhapsRenewedAnswered>('/perhaps-renewed/answers', { body });
      const one = rows.length === 1 ? rows[0]!.old.number : 'none';
      const did = t(`perhaps-renewed.said.${answer}`, { count: said.changed, one });
      const left = said.leftOut === 0 ? '' : t('perhaps-renewed.left-alone', { count: said.leftOut });
      toast({ text: `${did} ${left}`.trim(), undo: said.undo });
      await queries.invalidateQueries();
    } catch (error) {
      const { what, toDo } = problemText(error);
      toast({ text: `${what} ${toDo}`, tone: 'problem' });
    }
  };
}

function Both({ chosen, clear, say }: { chosen: readonly PerhapsRenewedRow[]; clear: () => void; say: Say }) {
  const { t } = useWords();
  const all = (answer: Answer) => void say(answer, chosen).then(clear);
  return (
    <>
      <Button variant="filled" onClick={() => all('confirm')}>
        {t('perhaps-renewed.confirm')}
      </Button>
      <Button onClick={() => all('deny')}>{t('perhaps-renewed.deny')}</Button>
    </>
  );
}

function useColumns(say: SayOne | null): Column<PerhapsRenewedRow>[] {
  const { t } = useWords();
  const columns: Column<PerhapsRenewedRow>[] = [
    {
      key: 'old',
      title: t('perhaps-renewed.old'),
      width: 'minmax(210px, 1fr)',
      card: 'title',
      cell: (row) => <OrderSide side={row.old} missing={row.uncovered} serversLeft={row.serversLeft} />,
    },
    {
      key: 'candidates',
      title: t('perhaps-renewed.candidate'),
      width: 'minmax(210px, 1fr)',
      cell: (row) => (
        <div className={style.candidates}>
          <span className={style.phoneOnly}>{t('perhaps-renewed.candidate')}</span>
          {row.candidates.map((side) => (
            <OrderSide key={side.id} side={side} against={row.old} />
          ))}
        </div>
      ),
    },
    {
      key: 'evidence',
      title: t('perhaps-renewed.evidence'),
      width: 'minmax(220px, 1.2fr)',
      cell: (row) => <Evidence row={row} />,
    },
  ];
  if (!say) return columns;
  return [
    ...columns,
    {
      key: 'answer',
      title: t('perhaps-renewed.answer'),
      width: '132px',
      cell: (row) => (
        <span className={style.answers}>
          <Button
            size="xs"
            aria-label={t('perhaps-renewed.confirm-one', { number: row.old.number })}
            onClick={() => say('confirm', row)}
          >
            {t('perhaps-renewed.confirm')}
          </Button>
          <Button
            size="xs"
            variant="subtle"
            aria-label={t('perhaps-renewed.deny-one', { number: row.old.number })}
            onClick={() => say('deny', row)}
          >
            {t('perhaps-renewed.deny')}
          </Button>
        </span>
      ),
    },
  ];
}

function Evidence({ row }: { row: PerhapsRenewedRow }) {
  return (
    <div className={style.evidence}>
      {row.endsOn !== null && row.daysLeft !== null && (
        <p className={style.end}>
          <Ring daysLeft={row.daysLeft} share={row.daysLeft / 365} />{' '}
          <Ends on={row.endsOn} daysLeft={row.daysLeft} />
        </p>
      )}
      <p>{row.evidence}</p>
    </div>
  );
}

const idOf = (row: PerhapsRenewedRow) => row.old.id;
