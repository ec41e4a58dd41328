import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { type InboxItem, inboxKinds } from '../../../../contract/inbox.ts';
import { inboxCountQuery } from '../../api/inbox-count.ts';
import { queryClient } from '../../api/query-client.ts';
import { EmptyState } from '../../shell/empty-state.tsx';
import { FilterBar } from '../../shell/list/filter-bar.tsx';
import type { Filter } from '../../shell/list/filters.ts';
import { List, type RowKey } from '../../shell/list/list.tsx';
import { useList } from '../../shell/list/use-list.ts';
import { PageHead } from '../../shell/page-head.tsx';
import { PageLink } from '../../shell/page-link.tsx';
import { useAddressWords, useChangeAddress, useQuickView } from '../../shell/use-address.ts';
import { useWords } from '../../words/use-words.ts';
import style from './inbox.module.css';
import { useInboxChange } from './inbox-calls.ts';
import { inboxTarget } from './inbox-target.ts';
import { whatWaits } from './inbox-words.tsx';
import { type InboxActs, useInboxColumns } from './use-inbox-columns.tsx';

const states = ['open', 'snoozed', 'done'] as const;

/** What waits for the person: why, whose, since when; done, or not for today. */
export function InboxPage() {
  const words = useWords();
  const { t } = words;
  const { state = 'open', kind, unread } = useAddressWords();
  const loaded = useList<InboxItem>('/inbox', { state, kind, unread });
  const { data: counts } = useQuery(inboxCountQuery);
  const acts = useActs();
  const { opened, open } = useOpening(acts);
  // Somebody may have done, or caused, something meanwhile.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another number is the reason to ask again
  useEffect(() => {
    void queryClient.invalidateQueries({ queryKey: ['list', '/inbox'] });
  }, [counts?.open]);
  const keys: RowKey<InboxItem>[] = [
    {
      chord: 'e',
      says: 'inbox.key.done',
      run: (item) => (item.doneAt ? acts.reopen(item) : acts.done(item)),
    },
    { chord: 's', says: 'inbox.key.snooze', run: (item) => !item.doneAt && acts.setSnoozing(item.id) },
    { chord: 'u', says: 'inbox.key.unread', run: acts.toggleRead },
  ];
  return (
    <>
      <PageHead title={t('inbox.title')} line={t('inbox.line')}>
        {state === 'open' && (counts?.unread ?? 0) > 0 && (
          <Button onClick={acts.readAll}>{t('inbox.read-all')}</Button>
        )}
      </PageHead>
      <States open={counts?.open} />
      <FilterBar filters={useInboxFilters()} />
      <List<InboxItem>
        label={t('inbox.title')}
        columns={useInboxColumns(acts)}
        loaded={loaded}
        idOf={idOf}
        nameOf={(item) => whatWaits(words, item)}
        open={open}
        openedId={opened ? (loaded.rows.find((item) => isShown(item, opened))?.id ?? null) : null}
        rowKeys={keys}
        rowLines={2}
        empty={
          kind || unread ? undefined : (
            <EmptyState title={t(`inbox.none.${state}`)} text={t('inbox.none.then')}>
              <PageLink to="/profile">{t('inbox.none.mail')}</PageLink>
            </EmptyState>
          )
        }
      />
    </>
  );
}

const idOf = (item: InboxItem) => item.id;

function isShown(item: InboxItem, opened: string): boolean {
  const target = inboxTarget(item);
  return target.kind === 'quick' && `${target.view}:${target.id}` === opened;
}

function useActs(): InboxActs & {
  readonly toggleRead: (item: InboxItem) => void;
  readonly readAll: () => void;
} {
  const { mutate } = useInboxChange();
  const [snoozing, setSnoozing] = useState<string | null>(null);
  const one = (item: InboxItem) => [item.id];
  return {
    ...{ snoozing, setSnoozing },
    read: (item) => {
      if (!item.read) mutate({ kind: 'read', items: one(item) });
    },
    toggleRead: (item) => mutate({ kind: item.read ? 'unread' : 'read', items: one(item) }),
    readAll: () => mutate({ kind: 'read', items: null }),
    done: (item) => mutate({ kind: 'done', items: one(item) }),
    reopen: (item) => mutate({ kind: 'open', items: one(item) }),
    snooze: (item, until) => mutate({ kind: 'snooze', items: one(item), until }),
  };
}

/** `o` and Enter: the quick view beside the list, else the page. Going on with one open leaves no list. */
function useOpening({ read }: InboxActs) {
  const { opened, open: view } = useQuickView();
  const navigate = useNavigate();
  const open = (item: InboxItem) => {
    const target = inboxTarget(item);
    if (target.kind === 'page' && opened) return void view();
    read(item);
    if (target.kind === 'quick') void view(target.view, target.id);
    else void navigate({ to: target.to as never, search: target.words as never });
  };
  return { opened, open };
}

function States({ open }: { open: number | undefined }) {
  const { t } = useWords();
  const { state = 'open' } = useAddressWords();
  const change = useChangeAddress();
  return (
    <div className={style.states} role="group" aria-label={t('inbox.states')}>
      {states.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={state === one}
          onClick={() => void change({ state: one === 'open' ? undefined : one })}
        >
          {t(`inbox.states.${one}`)}
          {one === 'open' && open !== undefined && open > 0 && <strong>{open}</strong>}
        </button>
      ))}
    </div>
  );
}

function useInboxFilters(): readonly Filter[] {
  const { t } = useWords();
  const says = (value: string) => t(`inbox.filter.${value}`);
  return [
    {
      name: 'kind',
      title: t('inbox.filter'),
      options: inboxKinds.map((value) => ({ value, label: says(value) })),
      says,
    },
    {
      name: 'unread',
      title: t('inbox.filter.unread'),
      options: [{ value: 'true', label: t('inbox.filter.unread.only') }],
      says: () => t('inbox.filter.unread.only'),
    },
  ];
}
