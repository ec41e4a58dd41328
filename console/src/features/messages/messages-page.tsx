import { useMemo } from 'react';
import { type MessageRow, messageStates } from '../../../../contract/messages.ts';
import { EmptyState } from '../../shell/empty-state.tsx';
import type { Column } from '../../shell/list/column.ts';
import { FilterBar } from '../../shell/list/filter-bar.tsx';
import type { Filter } from '../../shell/list/filters.ts';
import { List } from '../../shell/list/list.tsx';
import { useList } from '../../shell/list/use-list.ts';
import { PageHead } from '../../shell/page-head.tsx';
import { PageLink } from '../../shell/page-link.tsx';
import { useAddressWords, useQuickView } from '../../shell/use-address.ts';
import { useListed } from '../../shell/views/use-listed.ts';
import { Moment } from '../../shell/when.tsx';
import type { Words } from '../../words/message.ts';
import { useWords } from '../../words/use-words.ts';
import { DayRange } from '../audit/day-range.tsx';
import { MarkSeen } from './mark-seen.tsx';
import { MessageState } from './message-state.tsx';
import style from './messages.module.css';
import { MessagesExport } from './messages-export.tsx';

const filterNames = [
  'state',
  'stage',
  'attention',
  'from',
  'until',
  'customer',
  'order',
  'run',
  'text',
] as const;

/** What was written to whom and what became of it, newest first. */
export function MessagesPage() {
  const { t } = useWords();
  const words = useAddressWords();
  const { opened, open } = useQuickView();
  const filter = Object.fromEntries(filterNames.map((name) => [name, words[name]]));
  const loaded = useList<MessageRow>('/messages', filter);
  const filters = useMessageFilters(words);
  const { listed, onList } = useListed('messages', useMessageColumns(), filterNames);
  const isFiltered = filterNames.some((name) => words[name]);
  return (
    <>
      <PageHead title={t('messages.title')} line={t('messages.line')} help="what-was-sent" />
      <FilterBar textLabel={t('messages.find')} filters={filters} listed={listed}>
        <DayRange />
        <MessagesExport filter={filter} />
      </FilterBar>
      <List
        label={t('messages.title')}
        rowLines={2}
        {...onList}
        loaded={loaded}
        idOf={idOf}
        bulk={(chosen, clear) => <MarkSeen messages={chosen.map(idOf)} done={clear} />}
        nameOf={(row) => row.subject ?? row.about ?? row.address}
        open={(row) => open('message', row.id)}
        openedId={opened?.startsWith('message:') ? opened.slice('message:'.length) : null}
        empty={
          isFiltered ? undefined : (
            <EmptyState title={t('messages.none')} text={t('messages.none-then')}>
              <PageLink to="/expiring">{t('messages.none-action')}</PageLink>
            </EmptyState>
          )
        }
      />
    </>
  );
}

const idOf = (row: MessageRow) => row.id;

/** Of the calendars that come with Vigente; a partner's own stages are reached from an order's timeline. */
const usualStages = [90, 60, 30, 14, 7, 3, 1, 0, -1, -7] as const;

/** Customer and order come from links to this page; their chips only take them away again. */
function useMessageFilters(words: Readonly<Record<string, string>>): readonly Filter[] {
  const { t } = useWords();
  const { customer, order, run } = words;
  return useMemo(() => {
    const filters: Filter[] = [
      {
        name: 'state',
        title: t('messages.filter.state'),
        says: (value) => t('messages.says.state', { value: t(`messages.state.${value}`) }),
        options: messageStates.map((value) => ({ value, label: t(`messages.state.${value}`) })),
      },
    ];
    filters.push(
      {
        name: 'stage',
        title: t('messages.stage'),
        says: (value) =>
          t('messages.says.stage', { value: t('messages.stage-words', stageValues(Number(value))) }),
        options: usualStages.map((stage) => ({
          value: String(stage),
          label: t('messages.stage-words', stageValues(stage)),
        })),
      },
      {
        name: 'attention',
        title: t('messages.attention'),
        says: () => t('messages.attention'),
        options: [{ value: 'yes', label: t('messages.attention.yes') }],
      },
    );
    const fromLinks = { customer, order, run };
    for (const name of ['customer', 'order', 'run'] as const) {
      const value = fromLinks[name];
      if (!value) continue;
      const says = t(`messages.says.${name}`);
      filters.push({ name, title: says, says: () => says, options: [{ value, label: says }] });
    }
    return filters;
  }, [t, customer, order, run]);
}

function useMessageColumns(): readonly Column<MessageRow>[] {
  const { t } = useWords();
  return useMemo(
    () => [
      {
        key: 'subject',
        title: t('messages.subject'),
        width: 'minmax(200px, 2.4fr)',
        card: 'title',
        cell: (row) => <Subject row={row} />,
      },
      {
        key: 'state',
        title: t('messages.state'),
        width: '172px',
        card: 'line',
        cell: (row) => <Standing row={row} />,
      },
      {
        key: 'to',
        title: t('messages.to'),
        width: 'minmax(160px, 1.5fr)',
        cell: (row) => <Recipient row={row} />,
      },
      {
        key: 'stage',
        title: t('messages.stage'),
        width: '116px',
        leaves: 2,
        cell: (row) => t('messages.stage-words', stageValues(row.stage)),
      },
      {
        key: 'at',
        title: t('messages.at'),
        width: '146px',
        card: 'aside',
        cell: (row) => <Moment at={row.finishedAt ?? row.plannedAt} />,
      },
    ],
    [t],
  );
}

function Subject({ row }: { row: MessageRow }) {
  const { t } = useWords();
  const hasMore = row.subject !== null && row.orders > 1;
  return (
    <span className={style.two}>
      <span className={hasMore ? undefined : style.subject}>
        <PageLink to={`/messages/${row.id}`}>{row.subject ?? aboutText(row, t)}</PageLink>
      </span>
      {hasMore && <small>{t('messages.orders', { count: row.orders })}</small>}
    </span>
  );
}

/** A message that nobody has written yet has no subject: what it will speak of. */
function aboutText({ about, orders }: MessageRow, t: Words['t']): string {
  if (about === undefined) return t('messages.orders', { count: orders });
  return orders > 1 ? t('messages.about-more', { about, more: orders - 1 }) : about;
}

function Standing({ row }: { row: MessageRow }) {
  const { t } = useWords();
  const more = [row.isResend && t('messages.is-resend'), row.isSeen && t('messages.is-seen')].filter(Boolean);
  return (
    <span className={style.two}>
      <span>
        <MessageState state={row.state} />
      </span>
      {more.length > 0 && <small>{more.join(' · ')}</small>}
    </span>
  );
}

function Recipient({ row }: { row: MessageRow }) {
  const who = [row.contact, row.customer].filter(Boolean).join(' · ');
  return (
    <span className={style.two}>
      <span>{row.address}</span>
      {who && <small>{who}</small>}
    </span>
  );
}

/** For `messages.stage-words`. */
export function stageValues(stage: number) {
  return { when: stage < 0 ? 'after' : 'before', days: Math.abs(stage) };
}
