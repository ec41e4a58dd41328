import { ActionIcon, Tooltip } from '@mantine/core';
import type { InboxItem } from '../../../../contract/inbox.ts';
import { Icon } from '../../shell/icon.tsx';
import type { Column } from '../../shell/list/column.ts';
import { PageLink, QuickLink } from '../../shell/page-link.tsx';
import { Day, Moment } from '../../shell/when.tsx';
import { useWords } from '../../words/use-words.ts';
import style from './inbox.module.css';
import { inboxTarget } from './inbox-target.ts';
import { whatWaits } from './inbox-words.tsx';
import { Snooze } from './snooze.tsx';

export interface InboxActs {
  readonly read: (item: InboxItem) => void;
  readonly done: (item: InboxItem) => void;
  readonly reopen: (item: InboxItem) => void;
  readonly snooze: (item: InboxItem, until: string) => void;
  /** Whose days are being chosen. */
  readonly snoozing: string | null;
  readonly setSnoozing: (id: string | null) => void;
}

export function useInboxColumns(acts: InboxActs): Column<InboxItem>[] {
  const { t } = useWords();
  return [
    {
      key: 'what',
      title: t('inbox.what'),
      width: 'minmax(220px, 2fr)',
      card: 'title',
      cell: (item) => <What item={item} read={acts.read} />,
    },
    {
      key: 'whose',
      title: t('inbox.whose'),
      width: 'minmax(160px, 1.4fr)',
      cell: (item) => <Whose item={item} />,
    },
    {
      key: 'since',
      title: t('inbox.since'),
      width: '110px',
      card: 'aside',
      cell: (item) =>
        item.doneAt ? (
          <Moment at={item.doneAt} short />
        ) : item.snoozedUntil && item.snoozedUntil > item.at.slice(0, 10) ? (
          <span>
            {t('inbox.until')} <Day on={item.snoozedUntil} />
          </span>
        ) : (
          <Moment at={item.at} short />
        ),
    },
    {
      key: 'acts',
      title: t('inbox.acts'),
      width: '92px',
      align: 'end',
      cell: (item) => <Acts item={item} acts={acts} />,
    },
  ];
}

function What({ item, read }: { item: InboxItem; read: InboxActs['read'] }) {
  const words = useWords();
  const said = whatWaits(words, item);
  const target = inboxTarget(item);
  const props = { className: style.what, onClick: () => read(item) };
  return (
    <span className={style.line} data-unread={!item.read || undefined}>
      {item.read ? null : (
        <span className={style.dot}>
          <span className="unseen">{words.t('inbox.unread')}</span>
        </span>
      )}
      {target.kind === 'quick' ? (
        <QuickLink kind={target.view} id={target.id} {...props}>
          {said}
        </QuickLink>
      ) : (
        <PageLink to={target.to} words={target.words} {...props}>
          {said}
        </PageLink>
      )}
      {item.words !== null && <span className={style.words}>«{item.words}»</span>}
    </span>
  );
}

function Whose({ item: { customer, order, file } }: { item: InboxItem }) {
  const { t } = useWords();
  return (
    <span>
      {customer && <PageLink to={`/customers/${customer.id}`}>{customer.name}</PageLink>}
      {order && (
        <span className="quiet" title={order.commonName ?? undefined}>
          {customer && ' · '}
          {t('inbox.order', { number: order.number })}
        </span>
      )}
      {file}
    </span>
  );
}

function Acts({ item, acts }: { item: InboxItem; acts: InboxActs }) {
  const words = useWords();
  const { t } = words;
  const about = whatWaits(words, item);
  if (item.doneAt)
    return (
      <Tooltip label={t('inbox.reopen')}>
        <ActionIcon aria-label={t('inbox.reopen.it', { what: about })} onClick={() => acts.reopen(item)}>
          <Icon name="undo" size={16} />
        </ActionIcon>
      </Tooltip>
    );
  return (
    <span className={style.acts}>
      <Snooze
        about={about}
        isOpen={acts.snoozing === item.id}
        setOpen={(isOpen) => acts.setSnoozing(isOpen ? item.id : null)}
        until={(day) => acts.snooze(item, day)}
      />
      <Tooltip label={t('inbox.done')}>
        <ActionIcon aria-label={t('inbox.done.it', { what: about })} onClick={() => acts.done(item)}>
          <Icon name="check" size={16} />
        </ActionIcon>
      </Tooltip>
    </span>
  );
}
