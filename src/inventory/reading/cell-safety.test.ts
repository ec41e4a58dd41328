import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseAddress } from '../../kernel/mail-address.ts';
import { cellText, manyLines, oneLine, workbookCellText } from './cell-text.ts';
import { cellReadings, type Draft } from './column-reading.ts';
import { neutralizeFormula, withoutApostrophe } from './neutralize-formula.ts';
import { shownValue } from './row-refusal.ts';
import { SeenOrders } from './seen-orders.ts';

it.each([
  '=1+1',
  '+cmd|x',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  ' =1',
  '\r\n=1',
  '＝1+1',
  '|calc',
  '%0A',
  '\u200b=1',
  '-',
])('a cell of %j is written so that no spreadsheet runs it', (cell) => {
  expect(neutralizeFormula(cell)).toBe(`'${cell}`);
});

it.each(['hola', '-5', '+34', '-1,250.50', '-5 €', '', 'a=b', "l'Alguer"])(
  'a cell of %j stays as it is',
  (cell) => {
    expect(neutralizeFormula(cell)).toBe(cell);
  },
);

it('what was made harmless reads back as it was', () => {
  const text = fc.string({ unit: fc.constantFrom("'", '=', '+', '-', ' ', '1', 'a', '\t', '@') });
  fc.assert(
    fc.property(text, (cell) => {
      expect(withoutApostrophe(neutralizeFormula(cell))).toBe(cell);
    }),
  );
});

it('empty is also what spreadsheets and databases write for nothing', () => {
  for (const cell of ['', '  ', '-', '—', 'n/a', 'N/D', '#N/A', 'NULL', '0000-00-00', '\u00a0'])
    expect(cellText(cell)).toBe('');
  for (const cell of ['0', 'NA', 'no', 'x-']) expect(cellText(cell)).toBe(cell);
});

it('a line of text holds no line break and no invisible character', () => {
  expect(oneLine('a\r\nb\u0000c\u202ed\u200b  e\u2028f')).toBe('a b cd e f');
  expect(oneLine('Ñandu\u0301')).toBe('Ñandú');
  expect(manyLines('a\r\nb\rc\u0007\u202ed\n')).toBe('a\nb\ncd');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(oneLine(text)).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
    }),
  );
});

it('a value that is shown back is short and of one line', () => {
  expect(shownValue(`a\r\n\u001b[31mb${'x'.repeat(500)}`)).toMatch(/^a \[31mbx+…$/);
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
      expect([...shownValue(text)].length).toBeLessThanOrEqual(80);
      expect(shownValue(text)).not.toMatch(/\p{Cc}/u);
    }),
  );
});

it('a workbook number never looks like thousands', () => {
  expect([1250.5, 59.125, 0.1 + 0.2, 1007146, 1e21, 218].map(workbookCellText)).toEqual([
    '1250.5',
    '59.1250',
    '0.3',
    '1007146',
    '1e+21',
    '218',
  ]);
  expect(workbookCellText(new Date('2027-01-08T00:00:00Z'))).toBe('2027-01-08');
  expect(workbookCellText(new Date('2027-01-08T10:30:00Z'))).toBe('2027-01-08T10:30:00');
  expect(workbookCellText(new Date(Number.NaN))).toBe('#VALUE!');
});

it('the short way for common addresses says what the long way says', () => {
  const { contactEmail } = cellReadings(undefined);
  const part = fc.string({
    unit: fc.constantFrom('a', 'z', '1', '.', '-', '_', 'x', 'n'),
    minLength: 1,
    maxLength: 8,
  });
  fc.assert(
    fc.property(part, part, part, (local, domain, top) => {
      const text = `${local}@${domain}.${top}`;
      const draft = { row: {}, parts: {} } as Draft;
      const refused = contactEmail(text, draft);
      expect(refused === undefined ? draft.row.contactEmail : undefined).toBe(parseAddress(text)?.address);
    }),
    { numRuns: 3000 },
  );
});

it('order numbers met before are found among many', () => {
  const seen = new SeenOrders();
  for (let i = 0; i < 20_000; i++) expect(seen.note(`N${i}`, `text ${i}`, i + 2)).toBeUndefined();
  expect(seen.note('N777', 'text 777', 30_000)).toEqual({ firstLine: 779, same: true });
  expect(seen.note('N19999', 'other', 30_001)).toEqual({ firstLine: 20_001, same: false });
});
