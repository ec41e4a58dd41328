import type { ReactNode } from 'react';
import type { ImportPlan, ImportRow } from '../../../../contract/imports.ts';
import { useWords } from '../../words/use-words.ts';
import style from './imports.module.css';

type Reading = Pick<ImportRow, 'bytes' | 'format' | 'encoding' | 'separator' | 'sheet' | 'dates'>;

/** A size as people say it: `12 MB`. */
export function useSizeText(): (bytes: number) => string {
  const { locale } = useWords();
  return (bytes) => {
    const [unit, size] = bytes < 999_500 ? ['kilobyte', bytes / 1e3] : ['megabyte', bytes / 1e6];
    const digits = (size as number) < 9.95 ? 1 : 0;
    return new Intl.NumberFormat(locale, {
      ...{ style: 'unit', unit: unit as string, maximumFractionDigits: digits },
    }).format(Math.max(size as number, 0.1));
  };
}

/** `CSV, UTF-8, punto y coma`: how the file was read, in one line. */
export function useReadingText(): (row: Reading) => string {
  const { t } = useWords();
  const size = useSizeText();
  return ({ bytes, format, encoding, separator, sheet }) =>
    [
      format === null ? null : t(`imports.format.${format}`),
      bytes === null ? null : size(bytes),
      encoding === null ? null : t(`imports.encoding.${encoding}`),
      separator === null ? null : separatorWords(t, separator),
      sheet === null ? null : t('imports.sheet-named', { sheet }),
    ]
      .filter((part) => part !== null)
      .join(' · ');
}

export function separatorWords(t: (key: string) => string, separator: string): string {
  const names: Readonly<Record<string, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' };
  return t(`imports.separator.${names[separator] ?? 'comma'}`);
}

/** What the file was taken for, fact by fact. */
export function FileFacts({ row, more = [] }: { row: Reading; more?: readonly [string, ReactNode][] }) {
  const { t } = useWords();
  const size = useSizeText();
  const facts: [string, ReactNode][] = [...more];
  if (row.bytes !== null) facts.push([t('imports.size'), size(row.bytes)]);
  if (row.format) facts.push([t('imports.format'), t(`imports.format.${row.format}`)]);
  if (row.encoding) facts.push([t('imports.encoding'), t(`imports.encoding.${row.encoding}`)]);
  if (row.separator) facts.push([t('imports.separator'), separatorWords(t, row.separator)]);
  if (row.sheet) facts.push([t('imports.sheet'), row.sheet]);
  if (row.dates) facts.push([t('imports.dates'), t(`imports.dates.${row.dates}`)]);
  return (
    <dl className={style.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What refuses nothing and a person should know: prices without currency, languages that nobody understands. */
export function Remarks({ remarks }: { remarks: ImportPlan['remarks'] }) {
  const { t } = useWords();
  if (remarks.length === 0) return null;
  return (
    <ul className={style.remarks}>
      {remarks.map(({ code, count, example }) => (
        <li key={code}>{t(`imports.remark.${code}`, { count, example: example ?? '' })}</li>
      ))}
    </ul>
  );
}
