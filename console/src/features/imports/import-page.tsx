import { Tabs } from '@mantine/core';
import type { ImportDetail } from '../../../../contract/imports.ts';
import { isProblem } from '../../api/problem.ts';
import { PageHead } from '../../shell/page-head.tsx';
import { PageSkeleton } from '../../shell/page-skeleton.tsx';
import { NothingHere } from '../../shell/problem/nothing-here.tsx';
import { ProblemNote } from '../../shell/problem/problem-note.tsx';
import { useAddressPart, useAddressWords, useChangeAddress } from '../../shell/use-address.ts';
import { Moment } from '../../shell/when.tsx';
import { useWords } from '../../words/use-words.ts';
import { Changed } from './changed-list.tsx';
import { useFieldWords } from './field-words.ts';
import { FileFacts, Remarks } from './file-facts.tsx';
import { appliedListPath, useImport } from './import-calls.ts';
import style from './imports.module.css';
import { Readings } from './recognised.tsx';
import { Refused } from './refused-list.tsx';
import { Outlook, UndoImport } from './undo-import.tsx';

/** One import: what it did, field by field, what it refused, how its file was read; and the way back. */
export function ImportPage() {
  const id = useAddressPart('id');
  const { data, error, refetch } = useImport(id);
  if (isProblem(error, 'not-found') || isProblem(error, 'invalid')) return <NothingHere />;
  if (error) return <ProblemNote problem={error} again={() => void refetch()} />;
  return data ? <Import row={data} /> : <PageSkeleton rows={6} />;
}

function Import({ row }: { row: ImportDetail }) {
  const { t, rich } = useWords();
  const by = row.by ?? t('imports.by.command');
  const applied = rich('imports.applied-by', { at: <Moment key="at" at={row.at} />, by });
  const undone = row.undoneAt && rich('imports.undone-at', { at: <Moment key="at" at={row.undoneAt} /> });
  return (
    <>
      <PageHead
        title={row.file}
        line={
          <>
            {applied}
            {undone && <> · {undone}</>}
          </>
        }
      />
      {row.state === 'applied' && <UndoImport id={row.id} />}
      {row.undone && (
        <section className={style.remark} aria-label={t('imports.undone')}>
          <h2>{t('imports.undone')}</h2>
          <Outlook outlook={row.undone} isDone />
        </section>
      )}
      <FileFacts row={row} />
      <Counts row={row} />
      <Remarks remarks={row.remarks} />
      <Lists row={row} />
      <div className={style.halves}>
        {row.readings.length > 0 && <Readings readings={row.readings} />}
        <Columns row={row} />
      </div>
    </>
  );
}

const countNames = [
  'added', 'changed', 'unchanged', 'refused', 'repeated', 'customersAdded', 'customersChanged', 'contactsAdded',
  'contactsChanged',
] as const; // biome-ignore format: a list of names reads better as a paragraph

function Counts({ row: { counts } }: { row: ImportDetail }) {
  const { t, locale } = useWords();
  if (!counts) return null;
  return (
    <dl className={style.counts}>
      {countNames.map((name) => (
        <div key={name}>
          <dt>{t(`imports.count.${name}`)}</dt>
          <dd>{(counts[name] ?? 0).toLocaleString(locale)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What changed and what was refused; where there is neither, nothing. */
function Lists({ row: { id, counts } }: { row: ImportDetail }) {
  const { t } = useWords();
  const change = useChangeAddress();
  const said = useAddressWords().show;
  const changed = counts ? counts.changed + counts.customersChanged + counts.contactsChanged : 0;
  const refused = counts?.refused ?? 0;
  if (changed + refused === 0) return null;
  const shown = said === 'refused' || changed === 0 ? 'refused' : 'changed';
  return (
    <Tabs
      value={shown}
      onChange={(list) => void change({ show: list ?? undefined })}
      className={style.lists ?? ''}
    >
      <Tabs.List>
        <Tabs.Tab value="changed">{t('imports.list.changed', { count: changed })}</Tabs.Tab>
        <Tabs.Tab value="refused">{t('imports.list.refused', { count: refused })}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="changed" pt="md">
        {shown === 'changed' && <Changed path={appliedListPath(id, 'changed')} />}
      </Tabs.Panel>
      <Tabs.Panel value="refused" pt="md">
        {shown === 'refused' && (
          <Refused of={id} path={appliedListPath(id, 'refused')} count={refused} isOver />
        )}
      </Tabs.Panel>
    </Tabs>
  );
}

function Columns({ row: { columns } }: { row: ImportDetail }) {
  const { t } = useWords();
  const { fieldWords } = useFieldWords();
  if (columns.length === 0) return null;
  return (
    <section aria-label={t('imports.columns')}>
      <h2>{t('imports.columns')}</h2>
      <ul className={style.lines}>
        {columns.map(({ heading, field }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a file may have a heading twice; its columns stay in place
          <li key={at}>
            <span>{heading === '' ? t('imports.no-heading') : heading}</span>
            <span className="quiet">{field === null ? t('imports.left-out') : fieldWords(field)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
