import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RawRecord, RecordSplitter, type Separator, UnsplittableRecord } from './record-splitter.ts';

function split(text: string, separator: Separator = ',', pieceLength = text.length): RawRecord[] {
  const splitter = new RecordSplitter(separator);
  const records: RawRecord[] = [];
  for (let at = 0; at < text.length; at += Math.max(1, pieceLength))
    records.push(...splitter.push(text.slice(at, at + Math.max(1, pieceLength))));
  return [...records, ...splitter.end()];
}

const cells = (text: string, separator?: Separator): string[][] =>
  split(text, separator).map((record) => record.cells);

describe('a record', () => {
  it.each([
    [
      'a,b\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\r\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      '"a","b"\r\n"c","d"\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['"a,b",c\n', [['a,b', 'c']]],
    ['"a ""b"" c",d\n', [['a "b" c', 'd']]],
    ['"a\r\nb",c\n', [['a\r\nb', 'c']]],
    [
      'a,"",c\n"","",x\n',
      [
        ['a', '', 'c'],
        ['', '', 'x'],
      ],
    ],
    ['a"b,c"d"\n', [['a"b', 'c"d"']]],
    ['"a"b,c\n', [['"a"b', 'c']]],
    ['=F("x","y"),z\n', [['=F("x"', '"y")', 'z']]],
    ['"""a""",b\n', [['"a"', 'b']]],
    [
      'a,\n,b\n',
      [
        ['a', ''],
        ['', 'b'],
      ],
    ],
    ['a,"b"\r', [['a', 'b']]],
    [
      'a,b"\r\nc,d\n',
      [
        ['a', 'b"'],
        ['c', 'd'],
      ],
    ],
  ])('of %j is cut as a spreadsheet would', (text, expected) => {
    expect(cells(text)).toEqual(expected);
  });

  it('knows the line of the file on which it begins', () => {
    const text = 'a,b\n\n"x\ny\r\nz",1\r\n   \n,,\nc,d';
    expect(split(text).map((record) => record.line)).toEqual([1, 3, 8]);
  });

  it('does not take along the orders behind a quotation mark that was never meant to open', () => {
    expect(cells('1,"stray\n2,b\n3,"c"\n')).toEqual([
      ['1', '"stray'],
      ['2', 'b'],
      ['3', 'c'],
    ]);
  });
});

it('cuts every well-formed file as csv-parse does, in pieces of any length', () => {
  const cell = fc.string({
    unit: fc.constantFrom('a', 'ñ', '😀', '"', ',', ';', '\n', '\r\n', ' ', '='),
    maxLength: 6,
  });
  const rows = fc.array(fc.tuple(fc.constant('k'), cell, cell, cell), { minLength: 1, maxLength: 8 });
  const quoteAll = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const quoteSome = (text: string): string => (/[",;\r\n]/.test(text) ? quoteAll(text) : text);
  const style = fc.constantFrom(quoteAll, quoteSome);
  const ends = fc.constantFrom('\n', '\r\n');
  const written = fc
    .tuple(rows, style, ends, fc.constantFrom<Separator>(',', ';'))
    .map(([list, quote, end, separator]) => ({
      text: list.map((row) => row.map(quote).join(separator)).join(end),
      separator,
      end,
    }));
  fc.assert(
    fc.property(written, fc.integer({ min: 1, max: 40 }), ({ text, separator, end }, pieceLength) => {
      const expected = parse(text, { delimiter: separator, record_delimiter: end });
      expect(split(text, separator, pieceLength).map((record) => record.cells)).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});

it('says which line begins with a quotation mark that never closes', () => {
  const failing = (): unknown => split('a,b\nc,"d\ne\nf');
  expect(failing).toThrow(UnsplittableRecord);
  expect(failing).toThrow(expect.objectContaining({ what: 'unclosed-quote', line: 2 }));
});
