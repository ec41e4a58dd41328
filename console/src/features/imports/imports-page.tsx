import { useNavigate } from '@tanstack/react-router';
import type { ImportRow } from '../../../../contract/imports.ts';
import { useMay } from '../../api/use-session.ts';
import { EmptyState } from '../../shell/empty-state.tsx';
import { useShortcuts } from '../../shell/keyboard/shortcuts.ts';
import type { Column } from '../../shell/list/column.ts';
import { List } from '../../shell/list/list.tsx';
import { useList } from '../../shell/list/use-list.ts';
import { PageHead } from '../../shell/page-head.tsx';
import { PageLink } from '../../shell/page-link.tsx';
import { Moment } from '../../shell/when.tsx';
import { useWords } from '../../words/use-words.ts';
import { importReport } from './import-report.ts';
import style from './imports.module.css';

/** Every import there was: who, when, what it did, whether it still stands. */
export function ImportsPage() {
  const { t } = useWords();
  const may = useMay('imports:apply');
  const navigate = useNavigate();
  const loaded = useList<ImportRow>('/imports', {});
  useShortcuts(
    may
      ? [{ chord: 'i', says: 'imports.new', run: () => void navigate({ to: '/imports/new' as never }) }]
      : [],
  );
  const start = may && (
    <PageLink to="/imports/new" className={style.strong}>
      {t('imports.new')}
    </PageLink>
  );
  return (
    <>
      <PageHead title={t('imports.title')} line={t('imports.line-of-page')}>
        {start}
      </PageHead>
      <List
        label={t('imports.title')}
        columns={useColumns(loaded.rows.some((row) => byOf(row) !== null))}
        loaded={loaded}
        idOf={idOf}
        nameOf={(row) => row.file}
        open={(row) => void navigate({ to: `/imports/${row.id}` as never })}
        empty={
          <EmptyState title={t('imports.none')} text={t('imports.none.then')}>
            {start}
          </EmptyState>
        }
      />
    </>
  );
}

function useColumns(hasPeople: boolean): Column<ImportRow>[] {
  const { t, locale } = useWords();
  const count = (name: string) => (row: ImportRow) => {
    const known = importReport(row.report).counts[name];
    return known === undefined ? t('imports.nothing') : known.toLocaleString(locale);
  };
  const number = (name: string, leaves?: 1 | 2 | 3): Column<ImportRow> => ({
    key: name,
    title: t(`imports.count.${name}`),
    width: '100px',
    align: 'end',
    card: 'line',
    ...(leaves ? { leaves } : {}),
    cell: (row) => (
      <>
        <span className={style.phoneOnly}>{t(`imports.count.${name}`)} </span>
        {count(name)(row)}
      </>
    ),
  });
  const by: Column<ImportRow> = {
    key: 'by',
    title: t('imports.by'),
    width: 'minmax(110px, 1fr)',
    leaves: 2,
    cell: (row) => byOf(row),
  };
  return [
    {
      key: 'file',
      title: t('imports.file'),
      width: 'minmax(180px, 2fr)',
      card: 'title',
      cell: (row) => (
        <PageLink to={`/imports/${row.id}`} title={row.file}>
          {row.file}
        </PageLink>
      ),
    },
    { key: 'at', title: t('imports.at'), width: '170px', cell: (row) => <Moment at={row.at} /> },
    ...(hasPeople ? [by] : []),
    number('added'),
    number('changed'),
    number('refused'),
    number('unchanged', 1),
    {
      key: 'state',
      title: t('imports.state'),
      width: '110px',
      card: 'aside',
      cell: (row) => <span data-state={row.state}>{t(`imports.state.${row.state}`)}</span>,
    },
  ];
}

/** Who applied it, where that was written down: older imports from the command line have nobody. */
export function byOf(row: ImportRow): string | null {
  return 'by' in row && typeof row.by === 'string' ? row.by : null;
}

const idOf = (row: ImportRow) => row.id;
