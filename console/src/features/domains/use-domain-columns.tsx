import type { DomainRow } from '../../../../contract/domains.ts';
import type { Column } from '../../shell/list/column.ts';
import { PageLink, QuickLink } from '../../shell/page-link.tsx';
import { Ring } from '../../shell/ring.tsx';
import { Day, Ends } from '../../shell/when.tsx';
import { useWords } from '../../words/use-words.ts';
import style from './domains.module.css';

export function useDomainColumns(): Column<DomainRow>[] {
  const { t } = useWords();
  return [
    {
      key: 'domain',
      title: t('domains.domain'),
      width: 'minmax(160px, 1.4fr)',
      card: 'title',
      cell: (row) => (
        <QuickLink kind="domain" id={row.domain} title={row.shown}>
          {row.shown}
        </QuickLink>
      ),
    },
    {
      key: 'names',
      title: t('domains.names'),
      width: '84px',
      align: 'end',
      leaves: 2,
      card: 'none',
      cell: (row) => (
        <span title={row.isCut ? t('domains.cut') : undefined}>
          {t('domains.count', { count: row.names, more: row.isCut ? 'yes' : 'no' })}
        </span>
      ),
    },
    {
      key: 'orders',
      title: t('domains.orders'),
      width: '92px',
      align: 'end',
      card: 'none',
      cell: (row) => t('domains.count', { count: row.orders, more: row.isCut ? 'yes' : 'no' }),
    },
    {
      key: 'ends',
      title: t('domains.ends'),
      width: '212px',
      cell: (row) => <NextEnd row={row} />,
    },
    {
      key: 'trouble',
      title: t('domains.to-see'),
      width: 'minmax(200px, 1.8fr)',
      cell: (row) => <Trouble row={row} />,
    },
    {
      key: 'customer',
      title: t('domains.customer'),
      width: 'minmax(120px, 1.2fr)',
      cell: (row) => <Customers row={row} />,
    },
  ];
}

function NextEnd({ row }: { row: DomainRow }) {
  const { t } = useWords();
  if (row.endsOn === null || row.daysLeft === null) {
    return <span className="quiet">{t('domains.none-in-force')}</span>;
  }
  return (
    <span className={style.ring}>
      <Ring daysLeft={row.daysLeft} share={row.daysLeft / 365} isSilent />{' '}
      <Ends on={row.endsOn} daysLeft={row.daysLeft} />
    </span>
  );
}

function Trouble({ row }: { row: DomainRow }) {
  const { t, rich } = useWords();
  return (
    <span className={style.trouble}>
      {row.gaps > 0 && row.firstGap !== null && (
        <span data-kind="gap">
          {rich('domains.gaps', { count: row.gaps, day: <Day key="day" on={row.firstGap} /> })}
        </span>
      )}
      {row.duplicates > 0 && (
        <span data-kind="duplicate">{t('domains.duplicates', { count: row.duplicates })}</span>
      )}
    </span>
  );
}

function Customers({ row }: { row: DomainRow }) {
  const { t } = useWords();
  const [first, ...others] = row.customers;
  if (!first) return null;
  const more = others.length + row.moreCustomers;
  return (
    <>
      <PageLink to={`/customers/${first.id}`} title={first.name}>
        {first.name}
      </PageLink>
      {more > 0 && <span className="quiet"> {t('domains.more-customers', { count: more })}</span>}
    </>
  );
}
