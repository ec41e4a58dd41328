import { Button, Switch } from '@mantine/core';
import type { ExpiringRow } from '../../../../contract/expiring.ts';
import { useMay, usePreferences } from '../../api/use-session.ts';
import type { Column } from '../../shell/list/column.ts';
import { PageLink, QuickLink } from '../../shell/page-link.tsx';
import { Ring } from '../../shell/ring.tsx';
import { temperatureOf } from '../../shell/temperature.ts';
import { daysBetween, dayText, exactText } from '../../shell/time-text.ts';
import { useIsPhone, useMedia } from '../../shell/use-media.ts';
import { Ends, leftValues, Moment } from '../../shell/when.tsx';
import type { Words } from '../../words/message.ts';
import { useWords } from '../../words/use-words.ts';
import style from './expiring.module.css';
import { NoticesMark } from './notices-mark.tsx';
import { termText } from './term-text.ts';
import type { OrderChanges } from './use-order-changes.ts';

/** How much room there is: every fact in a column of its own, some as a second line beneath another, or a card. */
type Room = 'all' | 'some' | 'card';

function useRoom(): Room {
  const isWide = useMedia('(min-width: 1640px)');
  const isPhone = useIsPhone();
  if (isPhone) return 'card';
  return isWide ? 'all' : 'some';
}

export function useExpiringColumns(changes: OrderChanges): readonly Column<ExpiringRow>[] {
  const { t } = useWords();
  const room = useRoom();
  const isWide = room === 'all';
  const maySwitch = useMay('notices:switch');
  const mayRequest = useMay('requests:change');
  const notices = (row: ExpiringRow) => <NoticesSwitch row={row} isAllowed={maySwitch} changes={changes} />;
  const renewal = (row: ExpiringRow) => <Renewal row={row} isAllowed={mayRequest} changes={changes} />;
  const columns: (Column<ExpiringRow> | false)[] = [
    {
      key: 'number',
      title: t('expiring.number'),
      width: '150px',
      card: 'line',
      cell: (row) => (
        <QuickLink kind="order" id={row.order} className={style.two} title={row.number}>
          <span className={style.number}>{row.number}</span>
          <small>{t('expiring.quick-view')}</small>
        </QuickLink>
      ),
    },
    {
      key: 'name',
      title: t('expiring.common-name'),
      width: isWide ? 'minmax(200px, 1.7fr)' : 'minmax(160px, 1.8fr)',
      card: 'title',
      cell: (row) => <Name row={row} hasProduct={!isWide} />,
    },
    {
      key: 'ends',
      title: t('expiring.ends'),
      width: isWide ? '196px' : '160px',
      sort: 'expiry',
      card: 'aside',
      cell: (row) => <End row={row} isShort={!isWide} />,
    },
    isWide && {
      key: 'product',
      title: t('expiring.product'),
      width: 'minmax(96px, 1fr)',
      sort: 'product',
      cell: (row) => (
        <span className={style.wrapped} title={row.product ?? undefined}>
          {row.product ?? '—'}
        </span>
      ),
    },
    isWide && {
      key: 'term',
      title: t('expiring.validity'),
      width: '74px',
      cell: (row) => <Term row={row} />,
    },
    {
      key: 'customer',
      title: t('expiring.customer'),
      width: 'minmax(104px, 1.2fr)',
      sort: 'customer',
      cell: (row) => (
        <Two
          first={<PageLink to={`/customers/${row.customer.id}`}>{row.customer.name}</PageLink>}
          second={isWide ? row.holder : (row.owner ?? t('expiring.owner.none'))}
        />
      ),
    },
    isWide && {
      key: 'owner',
      title: t('expiring.owner'),
      width: 'minmax(88px, 0.7fr)',
      cell: (row) => row.owner ?? <span className="quiet">{t('expiring.owner.none')}</span>,
    },
    isWide && {
      key: 'last',
      title: t('expiring.last-notice'),
      width: '96px',
      cell: (row) => <Two first={<LastNotice row={row} />} second={null} />,
    },
    {
      key: 'next',
      title: t('expiring.next-notice'),
      width: '96px',
      card: 'none',
      cell: (row) => (
        <Two first={<NextNotice row={row} />} second={isWide ? null : <LastNotice row={row} hasWord />} />
      ),
    },
    room !== 'card' && { key: 'notices', title: t('expiring.switch'), width: '50px', cell: notices },
    room !== 'card' && { key: 'renew', title: t('expiring.renewal'), width: '96px', cell: renewal },
    room === 'card' && {
      key: 'actions',
      title: t('expiring.renewal'),
      width: '1fr',
      cell: (row) => (
        <span className={style.actions}>
          <span>
            {notices(row)} {maySwitch && t('expiring.switch')}
          </span>
          {renewal(row)}
        </span>
      ),
    },
  ];
  return columns.filter((column) => column !== false);
}

function NoticesSwitch({ row, isAllowed, changes }: RenewalProps) {
  const { t } = useWords();
  if (!isAllowed) return <NoticesMark isOn={row.noticesOn} />;
  return (
    <Switch
      checked={row.noticesOn}
      aria-label={t('expiring.switch-of', { number: row.number })}
      title={row.why ?? undefined}
      onChange={({ currentTarget }) => void changes.switchNotices([row.order], currentTarget.checked)}
    />
  );
}

function Two({ first, second }: { first: React.ReactNode; second: React.ReactNode }) {
  return (
    <span className={style.two}>
      <span>{first}</span>
      {second !== null && second !== undefined && <small>{second}</small>}
    </span>
  );
}

function Name({ row, hasProduct }: { row: ExpiringRow; hasProduct: boolean }) {
  const { t } = useWords();
  const more = row.moreNames > 0 ? t('expiring.more-names', { count: row.moreNames }) : null;
  const renewed = row.renewed === 'no' ? null : t(`expiring.renewed.${row.renewed}`);
  const product = hasProduct ? [row.product, termOf(row, t)] : [];
  return (
    <Two
      first={<span title={row.commonName ?? undefined}>{row.commonName ?? '—'}</span>}
      second={[renewed, ...product, more].filter(Boolean).join(' · ') || null}
    />
  );
}

function End({ row, isShort }: { row: ExpiringRow; isShort: boolean }) {
  const { t, locale } = useWords();
  const { timeZone } = usePreferences();
  const kind = t('expiring.clock-short', { kind: row.kind });
  return (
    <span className={style.end} data-tone={temperatureOf(row.daysLeft)}>
      <Ring daysLeft={row.daysLeft} share={row.shareLeft} />
      {isShort ? (
        <Two
          first={
            <time dateTime={row.endsAt} title={exactText(row.endsAt, locale, timeZone)}>
              {dayText(row.endsOn, locale)}
            </time>
          }
          second={`${t('time.left', leftValues(row.daysLeft))} · ${kind}`}
        />
      ) : (
        <Two first={<Ends on={row.endsOn} daysLeft={row.daysLeft} endsAt={row.endsAt} />} second={kind} />
      )}
    </span>
  );
}

function termOf(row: ExpiringRow, t: Words['t']): string {
  return termText(row.term, daysBetween(row.beginsOn, row.endsOn), t);
}

function Term({ row }: { row: ExpiringRow }) {
  const { t } = useWords();
  return <>{termOf(row, t)}</>;
}

function LastNotice({ row, hasWord = false }: { row: ExpiringRow; hasWord?: boolean }) {
  const { t, rich } = useWords();
  const { lastNotice } = row;
  if (!lastNotice) return <span className="quiet">{t('expiring.no-notice-yet')}</span>;
  const link = (
    <PageLink key="link" to={`/messages/${lastNotice.message}`}>
      <Moment at={lastNotice.at} short />
    </PageLink>
  );
  return <>{hasWord ? rich('expiring.last-on', { at: link }) : link}</>;
}

function NextNotice({ row }: { row: ExpiringRow }) {
  const { t } = useWords();
  const { nextNotice, why } = row;
  if (!nextNotice) return <span title={why ?? undefined}>{t('expiring.no-next')}</span>;
  if (nextNotice.state === 'due') return <>{t('expiring.next-due')}</>;
  return (
    <span data-state={nextNotice.state} title={why ?? undefined}>
      <Moment at={nextNotice.at} short />
    </span>
  );
}

interface RenewalProps {
  readonly row: ExpiringRow;
  readonly isAllowed: boolean;
  readonly changes: OrderChanges;
}

function Renewal({ row, isAllowed, changes }: RenewalProps) {
  const { t, rich } = useWords();
  if (row.requestedAt) {
    const at = <Moment key="at" at={row.requestedAt} short />;
    return <small className={style.asked}>{rich('expiring.requested-on', { at })}</small>;
  }
  if (row.renewed === 'renewed')
    return <small className={style.asked}>{t('expiring.renewed.renewed')}</small>;
  if (!isAllowed) return null;
  return (
    <Button size="xs" data-size="xs" onClick={() => void changes.request(row.order, 'renew')}>
      {t('expiring.renew')}
      <span className="unseen"> {row.number}</span>
    </Button>
  );
}
