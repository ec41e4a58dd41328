import { Button, Switch } from '@mantine/core';
import type { ExpiringRow } from '../../../../contract/expiring.ts';
import { useMay } from '../../api/use-session.ts';
import type { Column } from '../../shell/list/column.ts';
import { PageLink, QuickLink } from '../../shell/page-link.tsx';
import { Ring } from '../../shell/ring.tsx';
import { temperatureOf } from '../../shell/temperature.ts';
import { daysBetween } from '../../shell/time-text.ts';
import { useMedia } from '../../shell/use-media.ts';
import { Ends, Moment } from '../../shell/when.tsx';
import { useWords } from '../../words/use-words.ts';
import style from './expiring.module.css';
import { termText } from './term-text.ts';
import type { OrderChanges } from './use-order-changes.ts';

/** On a wide screen every fact has its own column; on a narrower one it stands as a second line under its neighbour. */
export function useExpiringColumns(changes: OrderChanges): readonly Column<ExpiringRow>[] {
  const { t } = useWords();
  const isWide = useMedia('(min-width: 1640px)');
  const maySwitch = useMay('notices:switch');
  const mayRequest = useMay('requests:change');
  const columns: (Column<ExpiringRow> | false)[] = [
    {
      key: 'number',
      title: t('expiring.number'),
      width: '108px',
      card: 'line',
      cell: (row) => (
        <QuickLink kind="order" id={row.order} className={style.two}>
          {row.number}
          <small>{t('expiring.quick-view')}</small>
        </QuickLink>
      ),
    },
    {
      key: 'name',
      title: t('expiring.common-name'),
      width: 'minmax(132px, 1.7fr)',
      card: 'title',
      cell: (row) => <Name row={row} />,
    },
    {
      key: 'ends',
      title: t('expiring.ends'),
      width: '206px',
      sort: 'expiry',
      card: 'aside',
      cell: (row) => <End row={row} />,
    },
    {
      key: 'product',
      title: t('expiring.product'),
      width: 'minmax(96px, 1fr)',
      sort: 'product',
      cell: (row) => <Two first={row.product ?? '—'} second={isWide ? null : <Term row={row} />} />,
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
      width: 'minmax(112px, 1.2fr)',
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
      width: '92px',
      cell: (row) => <LastNotice row={row} />,
    },
    {
      key: 'next',
      title: isWide ? t('expiring.next-notice') : t('expiring.both-notices'),
      width: isWide ? '92px' : '112px',
      card: 'none',
      cell: (row) => (
        <Two first={<NextNotice row={row} />} second={isWide ? null : <LastNotice row={row} hasWord />} />
      ),
    },
    {
      key: 'notices',
      title: t('expiring.switch'),
      width: '52px',
      card: 'line',
      cell: (row) => (
        <Switch
          checked={row.noticesOn}
          disabled={!maySwitch}
          aria-label={t('expiring.switch-of', { number: row.number })}
          title={row.why ?? undefined}
          onChange={({ currentTarget }) => void changes.switchNotices([row.order], currentTarget.checked)}
        />
      ),
    },
    {
      key: 'renew',
      title: t('expiring.renewal'),
      width: '104px',
      card: 'line',
      cell: (row) => <Renewal row={row} mayRequest={mayRequest} changes={changes} />,
    },
  ];
  return columns.filter((column) => column !== false);
}

function Two({ first, second }: { first: React.ReactNode; second: React.ReactNode }) {
  return (
    <span className={style.two}>
      <span>{first}</span>
      {second !== null && second !== undefined && <small>{second}</small>}
    </span>
  );
}

function Name({ row }: { row: ExpiringRow }) {
  const { t } = useWords();
  const more = row.moreNames > 0 ? t('expiring.more-names', { count: row.moreNames }) : null;
  const renewed = row.renewed === 'no' ? null : t(`expiring.renewed.${row.renewed}`);
  return (
    <Two
      first={<span title={row.commonName ?? undefined}>{row.commonName ?? '—'}</span>}
      second={[more, renewed].filter(Boolean).join(' · ') || null}
    />
  );
}

function End({ row }: { row: ExpiringRow }) {
  const { t } = useWords();
  return (
    <span className={style.end} data-tone={temperatureOf(row.daysLeft)}>
      <Ring daysLeft={row.daysLeft} share={row.shareLeft} />
      <Two
        first={<Ends on={row.endsOn} daysLeft={row.daysLeft} endsAt={row.endsAt} />}
        second={t('expiring.clock', { kind: row.kind })}
      />
    </span>
  );
}

function Term({ row }: { row: ExpiringRow }) {
  const { t } = useWords();
  return <>{termText(row.term, daysBetween(row.beginsOn, row.endsOn), t)}</>;
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
  readonly mayRequest: boolean;
  readonly changes: OrderChanges;
}

function Renewal({ row, mayRequest, changes }: RenewalProps) {
  const { t, rich } = useWords();
  if (row.requestedAt) {
    const at = <Moment key="at" at={row.requestedAt} short />;
    return <small className={style.asked}>{rich('expiring.requested-on', { at })}</small>;
  }
  if (row.renewed === 'renewed')
    return <small className={style.asked}>{t('expiring.renewed.renewed')}</small>;
  if (!mayRequest) return <>—</>;
  return (
    <Button size="xs" data-size="xs" onClick={() => void changes.request(row.order, 'renew')}>
      {t('expiring.renew')}
      <span className="unseen"> {row.number}</span>
    </Button>
  );
}
