import type { z } from 'zod';
import type {
  ImportDetail,
  ImportJob,
  ImportPlan,
  ImportRow,
  importEncodings,
  importRemark,
  importSeparators,
} from '../../../contract/imports.ts';
import type { ReadingCode } from '../../inventory/clock-reading.ts';
import { clockReadingWords } from '../../inventory/clock-reading-words.ts';
import type { AppliedImport, loadHistory, UploadSurroundings } from '../../inventory/import-history.ts';
import type { Upload } from '../../inventory/import-upload.ts';
import { columnFields } from '../../inventory/reading/heading-names.ts';
import type { Language } from '../../kernel/locale.ts';

type Encoding = (typeof importEncodings)[number];
type Separator = (typeof importSeparators)[number];
type Remark = z.infer<typeof importRemark>;

export function presentUpload(upload: Upload): ImportJob {
  const { id, file, personName, at, expiresAt, bytes, isStopping, facts } = upload;
  const isAtWork = upload.stage === 'reading' || upload.stage === 'applying';
  return {
    ...{ id, file, by: personName, at: at.toString(), expiresAt: expiresAt.toString(), bytes },
    stage: upload.stage === 'receiving' ? 'reading' : upload.stage,
    isStopping: isAtWork && isStopping,
    progress: progressOf(upload),
    import: upload.import,
    problem: facts.problem,
    hint: facts.hint,
  };
}

function progressOf({ progress, facts, bytes, stage }: Upload): ImportJob['progress'] {
  const { phase, rows } = progress;
  const of = stage === 'applying' && facts.counts ? linesOf(facts.counts) : null;
  return { phase, done: rows, of, share: shareOf({ ...progress, of }, bytes) };
}

/** Rows tell more than bytes where somebody has counted them. */
function shareOf(
  { phase, rows, bytes, of }: Upload['progress'] & { readonly of: number | null },
  all: number,
): number | null {
  if (phase === 'read' && of !== null) return Math.min(rows / Math.max(of, 1), 1);
  const isWalk = phase === 'open' || phase === 'read';
  return isWalk && bytes !== null && all > 0 ? Math.min(bytes / all, 1) : null;
}

/** Every line is new, changed, the same, refused or a repetition. */
function linesOf(counts: NonNullable<Upload['facts']['counts']>): number {
  return counts.added + counts.changed + counts.unchanged + counts.refused + counts.repeated;
}

interface PlanShown {
  readonly upload: Upload;
  readonly around: UploadSurroundings;
  readonly language: Language;
}

export function presentPlan({ upload, around, language }: PlanShown): ImportPlan {
  const { facts, choices } = upload;
  const { before } = around;
  return {
    job: presentUpload(upload),
    ...{ format: facts.format, encoding: facts.encoding, separator: facts.separator, sheet: facts.sheet },
    ...{ dates: dateWords(facts.dateOrder), sheets: [...facts.sheets], currency: choices.currency ?? null },
    columns: facts.headings.map((heading, at) => ({ heading, field: facts.fields[at] ?? null })),
    fields: [...columnFields],
    counts: facts.counts,
    readings: readingsIn(facts.readings, language),
    remarks: facts.remarks.map((remark) => ({ ...remark })),
    before: before
      ? {
          ...{ id: before.id, at: before.appliedAt.toString(), by: before.personName },
          undoneAt: before.undoneAt?.toString() ?? null,
        }
      : null,
    isOutdated: around.isOutdated,
  };
}

function readingsIn(readings: Readonly<Record<string, number | undefined>>, language: Language) {
  const entries = Object.entries(readings) as [ReadingCode, number][];
  return entries.map(([code, orders]) => ({ words: clockReadingWords(code, language), orders }));
}

type HistoryRow = Awaited<ReturnType<typeof loadHistory>>[number];

export function presentHistory(row: HistoryRow): ImportRow {
  const { kind, id, file, state, at, undoneAt, expiresAt, personName, bytes, sheet, counts } = row;
  return {
    ...{ kind, id, file, at: at.toString(), by: personName, bytes, sheet, counts },
    state: (state === 'receiving' ? 'reading' : state) as ImportRow['state'],
    undoneAt: undoneAt?.toString() ?? null,
    expiresAt: expiresAt?.toString() ?? null,
    format: row.format as ImportRow['format'],
    encoding: row.encoding as Encoding | null,
    separator: row.separator as Separator | null,
    dates: dateWords(row.dateOrder),
  };
}

export function presentImport(found: AppliedImport, language: Language): ImportDetail {
  const { id, fileName, state, appliedAt, undoneAt, personName, report } = found;
  const file = report.file ?? {};
  return {
    ...{ kind: 'import', id, file: fileName, state, at: appliedAt.toString(), by: personName },
    undoneAt: undoneAt?.toString() ?? null,
    expiresAt: null,
    bytes: typeof file.bytes === 'number' ? file.bytes : null,
    format: (file.format as ImportDetail['format']) ?? null,
    encoding: (file.encoding as Encoding) ?? null,
    separator: (file.separator as Separator) ?? null,
    sheet: (file.sheet as string) ?? null,
    dates: dateWords((file.dateOrder as string) ?? null),
    counts: report.counts ?? null,
    columns: columnsOf(file),
    readings: readingsIn(report.readings ?? {}, language),
    remarks: (file.remarks as Remark[]) ?? [],
    undone: (report.undo as ImportDetail['undone'] | undefined) ?? null,
  };
}

/** In the file's sequence; imports of old kept what was read and what was not apart. */
function columnsOf(file: NonNullable<AppliedImport['report']['file']>): ImportDetail['columns'] {
  const mapping = Object.entries((file.mapping as Record<string, string>) ?? {});
  const fieldOf = new Map(mapping.map(([field, heading]) => [heading, field]));
  const read = mapping.map(([, heading]) => heading);
  const headings = (file.headings as string[]) ?? [...read, ...((file.ignored as string[]) ?? [])];
  return headings.map((heading) => ({ heading, field: fieldOf.get(heading) ?? null }));
}

function dateWords(order: string | null): 'day-first' | 'month-first' | null {
  if (order === null) return null;
  return order === 'dmy' ? 'day-first' : 'month-first';
}
