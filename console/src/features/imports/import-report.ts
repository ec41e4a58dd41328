/** What stays of an applied import. */
export interface ImportReport {
  readonly counts: Readonly<Record<string, number>>;
  /** How often each reading of the dates was used. */
  readonly readings: Readonly<Record<string, number>>;
  readonly file: Readonly<Record<string, unknown>>;
  /** Undone: what could no longer be taken back. */
  readonly keptCount: number;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function numbers(value: unknown): Record<string, number> {
  if (!isRecord(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
  );
}

/** A report is whatever the import wrote in its day: what is not there is left out. */
export function importReport(report: unknown): ImportReport {
  const said = isRecord(report) ? report : {};
  const undone = isRecord(said.undo) ? said.undo : said;
  return {
    counts: numbers(said.counts),
    readings: numbers(said.readings),
    file: isRecord(said.file) ? said.file : {},
    keptCount: typeof undone.keptCount === 'number' ? undone.keptCount : 0,
  };
}
