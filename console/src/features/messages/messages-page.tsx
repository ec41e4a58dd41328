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
import { MessageState } from './message-state.tsx';
import style from './messages.module.css';

const filterNames = ['state', 'from', 'until', 'customer', 'order', 'text'] as const;

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
      <PageHead title={t('messages.title')} line={t('messages.line')} />
      <FilterBar textLabel={t('messages.find')} filters={filters} listed={listed} />
      <List
        label={t('messages.title')}
        rowLines={2}
        {...onList}
        loaded={loaded}
        idOf={idOf}
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

/** Customer and order come from links to this page; their chips only take them away again. */
function useMessageFilters(words: Readonly<Record<string, string>>): readonly Filter[] {
  const { t } = useWords();
  const { customer, order } = words;
  return useMemo(() => {
    const filters: Filter[] = [
      {
        name: 'state',
        title: t('messages.filter.state'),
        says: (value) => t('messages.says.state', { value: t(`messages.state.${value}`) }),
        options: messageStates.map((value) => ({ value, label: t(`messages.state.${value}`) })),
      },
    ];
    for (const [name, value] of [['customer', customer] as const, ['order', order] as const]) {
      if (!value) continue;
      const says = t(`messages.says.${name}`);
      filters.push({ name, title: says, says: () => says, options: [{ value, label: says }] });
    }
    return filters;
  }, [t, customer, order]);
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
        cell: (row) => <MessageState state={row.state} />,
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
