import { expect, test } from 'vitest';
import type { RefusedLineReport } from './import-plan.ts';
import { refuse } from './reading/row-refusal.ts';
import { refusedFile } from './refused-file.ts';

const headings = ['Pedido', 'Fin', 'Notas'];

async function fileOf(lines: readonly RefusedLineReport[], language: 'es' | 'en' = 'es'): Promise<string[]> {
  async function* given() {
    yield* lines;
  }
  let text = '';
  for await (const part of refusedFile(given(), { headings, language })) text += part;
  return text.split('\r\n');
}

const line = (more: Partial<RefusedLineReport>): RefusedLineReport => ({
  ...{ line: 7, column: 'Fin', value: 'nunca', reason: refuse('not-a-date') },
  ...{ cells: ['41', 'nunca', ''] },
  ...more,
});

test('has the columns of the file and what is wrong behind them', async () => {
  expect(await fileOf([line({})])).toEqual([
    '\ufeffPedido,Fin,Notas,Línea del archivo,Columna rechazada,Motivo del rechazo',
    '41,nunca,,7,Fin,no es una fecha que se pueda leer; por ejemplo 2027-01-31',
    '',
  ]);
});

test('says the reason in the reader’s language', async () => {
  expect((await fileOf([line({})], 'en'))[1]).toContain('not a date that can be read');
});

test('keeps what a spreadsheet would run as a formula from running', async () => {
  const [, row] = await fileOf([line({ cells: ['=1+1', '@cmd', 'a "b", c'] })]);
  expect(row).toMatch(/^'=1\+1,'@cmd,"a ""b"", c",/);
});

test('gives the refused cell where the whole line is not known', async () => {
  expect((await fileOf([line({ cells: null })]))[1]).toMatch(/^,nunca,,7,Fin,/);
});
