import { useQuery } from '@tanstack/react-query';
import type { ImportRow } from '../../../../contract/imports.ts';
import type { Page } from '../../../../contract/list.ts';
import { api } from '../../api/client.ts';
import { PageHead } from '../../shell/page-head.tsx';
import { PageSkeleton } from '../../shell/page-skeleton.tsx';
import { NothingHere } from '../../shell/problem/nothing-here.tsx';
import { ProblemNote } from '../../shell/problem/problem-note.tsx';
import { useAddressPart } from '../../shell/use-address.ts';
import { Moment } from '../../shell/when.tsx';
import { useWords } from '../../words/use-words.ts';
import { useFieldWords } from './field-words.ts';
import { importReport } from './import-report.ts';
import style from './imports.module.css';
import { byOf } from './imports-page.tsx';
import { UndoImport } from './undo-import.tsx';

/** One import: what it did, how its file was read; and the way back. */
export function ImportPage() {
  const id = useAddressPart('id');
  const { data, error, refetch } = useQuery({
    queryKey: ['import', id],
    queryFn: ({ signal }) => importOf(id, signal),
  });
  if (error) return <ProblemNote problem={error} again={() => void refetch()} />;
  if (data === null) return <NothingHere />;
  return data ? <Import row={data} /> : <PageSkeleton rows={6} />;
}

/** Imports are few: looked for among the pages of the history. */
async function importOf(id: string, signal: AbortSignal): Promise<ImportRow | null> {
  let after: string | null = null;
  do {
    const page: Page<ImportRow> = await api.get('/imports', { limit: 200, after }, signal);
    const found = page.rows.find((row) => row.id === id);
    if (found) return found;
    after = page.next;
  } while (after !== null);
  return null;
}

function Import({ row }: { row: ImportRow }) {
  const { rich } = useWords();
  const by = byOf(row);
  const line =
    row.state === 'undone' && row.undoneAt
      ? rich('imports.undone-at', { at: <Moment key="at" at={row.undoneAt} /> })
      : rich(by ? 'imports.applied-by' : 'imports.applied-at', { at: <Moment key="at" at={row.at} />, by });
  return (
    <>
      <PageHead title={row.file} line={line}>
        {row.state === 'applied' && <UndoImport id={row.id} />}
      </PageHead>
      <Report row={row} />
    </>
  );
}

function Report({ row }: { row: ImportRow }) {
  const { t, has, locale } = useWords();
  const { fieldWords } = useFieldWords();
  const { counts, readings, file, keptCount } = importReport(row.report);
  const mapping = Object.entries((file.mapping ?? {}) as Record<string, string>);
  const named = (key: string, fallback: string) => (has(key) ? t(key) : fallback);
  return (
    <>
      {keptCount > 0 && <p className={style.remark}>{t('imports.kept', { count: keptCount })}</p>}
      <dl className={style.counts}>
        {Object.entries(counts).map(([name, count]) => (
          <div key={name}>
            <dt>{named(`imports.count.${name}`, name)}</dt>
            <dd>{count.toLocaleString(locale)}</dd>
          </div>
        ))}
      </dl>
      <div className={style.halves}>
        {Object.keys(readings).length > 0 && (
          <section aria-label={t('imports.readings')}>
            <h2>{t('imports.readings')}</h2>
            <ul className={style.lines}>
              {Object.entries(readings).map(([code, count]) => (
                <li key={code}>
                  <span>{named(`imports.reading.${code}`, code)}</span>
                  <strong>{count.toLocaleString(locale)}</strong>
                </li>
              ))}
            </ul>
          </section>
        )}
        {mapping.length > 0 && (
          <section aria-label={t('imports.columns')}>
            <h2>{t('imports.columns')}</h2>
            <ul className={style.lines}>
              {mapping.map(([field, heading]) => (
                <li key={field}>
                  <span>{heading}</span>
                  <span className="quiet">{fieldWords(field)}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </>
  );
}
