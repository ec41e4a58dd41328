import type { KeptImport } from '../inventory/kept-import.ts';
import { listImports } from '../inventory/undo-import.ts';
import { findPartner } from '../partners/partner.ts';
import type { CommandIo } from './command.ts';
import type { Context } from './context.ts';
import type { ImportListRequest } from './import-arguments.ts';
import { importWords } from './import-words.ts';

/** The newest imports of a partner, each with what it did. */
export async function importList(
  request: ImportListRequest,
  io: CommandIo,
  context: () => Promise<Pick<Context, 'db'>>,
): Promise<number> {
  const { db } = await context();
  const partner = await findPartner(db, request.partner);
  const imports = await listImports(db.forPartner(partner.id), request.limit);
  if (request.json) io.stdout.write(`${JSON.stringify(imports)}\n`);
  else io.stdout.write(table(imports, io));
  return 0;
}

function table(imports: readonly KeptImport[], { language }: CommandIo): string {
  const words = importWords[language];
  if (imports.length === 0) return `${words.noImports}\n`;
  const number = new Intl.NumberFormat(language).format;
  const rows = imports.map(({ id, appliedAt, state, report, fileName }) => {
    const { counts } = report as { counts: { added: number; changed: number; refused: number } };
    const date = appliedAt.toString().slice(0, 16).replace('T', ' ');
    const counted = [counts.added, counts.changed, counts.refused].map(number);
    return [id, date, words.state[state], ...counted, fileName];
  });
  const widths = words.listHead.map((head, at) =>
    Math.max(head.length, ...rows.map((row) => row[at]!.length)),
  );
  const numeric = new Set([0, 3, 4, 5]);
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) => (numeric.has(at) ? cell.padStart(widths[at]!) : cell.padEnd(widths[at]!)))
      .join('  ')
      .trimEnd();
  return `${[words.listHead, ...rows].map(line).join('\n')}\n`;
}
