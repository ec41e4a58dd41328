import { ActionIcon } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ImportRow } from '../../../../contract/imports.ts';
import { useMay } from '../../api/use-session.ts';
import { EmptyState } from '../../shell/empty-state.tsx';
import { Icon } from '../../shell/icon.tsx';
import { useShortcuts } from '../../shell/keyboard/shortcuts.ts';
import type { Column } from '../../shell/list/column.ts';
import { FilterBar } from '../../shell/list/filter-bar.tsx';
import { List } from '../../shell/list/list.tsx';
import { useList } from '../../shell/list/use-list.ts';
import { PageHead } from '../../shell/page-head.tsx';
import { PageLink } from '../../shell/page-link.tsx';
import { useListed } from '../../shell/views/use-listed.ts';
import { Moment } from '../../shell/when.tsx';
import { useWords } from '../../words/use-words.ts';
import { useReadingText } from './file-facts.tsx';
import style from './imports.module.css';
import { useDiscard } from './use-discard.ts';

/** Every import there was and every file that waits to become one: who, when, what it did, how it stands. */
export function ImportsPage() {
  const { t } = useWords();
  const may = useMay('imports:apply');
  const navigate = useNavigate();
  const loaded = useList<ImportRow>('/imports', {});
  const { listed, onList } = useListed('imports', useColumns(may));
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
      <PageHead title={t('imports.title')} line={t('imports.line-of-page')} help="import-undo">
        {start}
      </PageHead>
      <FilterBar filters={[]} listed={listed} />
      <List
        label={t('imports.title')}
        {...onList}
        loaded={loaded}
        idOf={idOf}
        nameOf={(row) => row.file}
        open={(row) => void navigate(placeOf(row) as never)}
        empty={
          <EmptyState title={t('imports.none')} text={t('imports.none.then')}>
            {start}
          </EmptyState>
        }
      />
    </>
  );
}

function useColumns(mayApply: boolean): Column<ImportRow>[] {
  const { t, locale } = useWords();
  const readingText = useReadingText();
  const count = (name: CountName) => (row: ImportRow) =>
    row.counts ? row.counts[name].toLocaleString(locale) : t('imports.nothing');
  const number = (name: CountName): Column<ImportRow> => ({
    key: name,
    title: t(`imports.count.${name}`),
    width: '92px',
    align: 'end',
    card: 'line',
    cell: (row) => (
      <>
        <span className={style.phoneOnly}>{t(`imports.count.${name}`)} </span>
        {count(name)(row)}
      </>
    ),
  });
  return [
    {
      key: 'file',
      title: t('imports.file'),
      width: 'minmax(200px, 2fr)',
      card: 'title',
      cell: (row) => (
        <span className={style.fileCell}>
          <PageLink to={placeOf(row).to} words={placeOf(row).search} title={row.file}>
            {row.file}
          </PageLink>
          <span className="quiet" title={readingText(row)}>
            {readingText(row)}
          </span>
        </span>
      ),
    },
    { key: 'at', title: t('imports.at'), width: '150px', cell: (row) => <Moment at={row.at} /> },
    {
      key: 'by',
      title: t('imports.by'),
      width: 'minmax(130px, 1fr)',
      leaves: 3,
      cell: (row) => row.by ?? t('imports.by.command'),
    },
    number('added'),
    number('changed'),
    number('refused'),
    {
      key: 'state',
      title: t('imports.state'),
      width: 'minmax(150px, 190px)',
      card: 'aside',
      cell: (row) => (
        <span className={style.stateCell}>
          <State row={row} />
          {mayApply && <Discard row={row} />}
        </span>
      ),
    },
  ];
}

/** What became of it, or until when it waits for somebody. */
function State({ row: { state, expiresAt } }: { row: ImportRow }) {
  const { t, rich } = useWords();
  return (
    <span className={style.stateWords} data-state={state}>
      <span>{t(`imports.state.${state}`)}</span>
      {expiresAt !== null && (
        <span className="quiet">
          {rich('imports.until', { at: <Moment key="at" at={expiresAt} short /> })}
        </span>
      )}
    </span>
  );
}

/** Only what was not applied and is not being worked on can be laid aside. */
function Discard({ row: { id, file, kind, state } }: { row: ImportRow }) {
  const { t } = useWords();
  const discard = useDiscard();
  if (kind !== 'upload' || state === 'reading' || state === 'applying') return null;
  const says = t('imports.discard.named', { file });
  return (
    <ActionIcon
      variant="subtle"
      aria-label={says}
      title={says}
      loading={discard.isPending}
      onClick={() => discard.mutate({ id, file })}
    >
      <Icon name="close" />
    </ActionIcon>
  );
}

type CountName = keyof NonNullable<ImportRow['counts']>;

/** An upload goes on where it stands; an import has a page of its own. */
function placeOf({ kind, id }: ImportRow): { to: string; search: Record<string, string> } {
  return kind === 'upload'
    ? { to: '/imports/new', search: { job: id } }
    : { to: `/imports/${id}`, search: {} };
}

const idOf = (row: ImportRow) => row.id;
