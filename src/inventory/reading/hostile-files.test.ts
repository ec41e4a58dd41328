import { chmod, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { repeated, TemporaryFiles } from '../../../test/hostile-files/temporary-file.ts';
import { rowXml, sheetXml, workbookFile } from '../../../test/hostile-files/workbook-file.ts';
import { zipFile } from '../../../test/hostile-files/zip-file.ts';
import { isFault } from '../../kernel/fault.ts';
import { type ReadInventoryOptions, readInventory } from './read-inventory.ts';

const files = new TemporaryFiles();
afterAll(() => files.remove());

const MiB = 1024 * 1024;
/** What this process may grow by while it refuses a file of 100 MB and more; the reading itself needs a few pieces. */
const growth = 220 * MiB;

interface Ending {
  readonly fault: string;
  readonly seconds: number;
  readonly grownBytes: number;
}

/** Reads the whole file, which must end in a fault. */
async function endingOf(path: string, options: ReadInventoryOptions = {}): Promise<Ending> {
  const before = process.memoryUsage.rss();
  const started = performance.now();
  let peak = before;
  const ending = (fault: string): Ending => ({
    fault,
    seconds: (performance.now() - started) / 1000,
    grownBytes: Math.max(peak, process.memoryUsage.rss()) - before,
  });
  try {
    const reading = await readInventory({ from: path, name: 'cartera' }, options);
    for await (const _ of reading.batches) peak = Math.max(peak, process.memoryUsage.rss());
  } catch (error) {
    if (!isFault(error)) throw error;
    return ending(`${error.kind}: ${error.message}`);
  }
  return ending('none');
}

async function expectRefusal(path: string, fault: RegExp, options?: ReadInventoryOptions): Promise<void> {
  const ending = await endingOf(path, options);
  expect(ending.fault).toMatch(fault);
  expect(ending.seconds).toBeLessThan(20);
  expect(ending.grownBytes).toBeLessThan(growth);
}

describe('a text file', () => {
  afterEach(() => files.remove());

  it('with a cell of 100 MB is refused by its line, quoted or not', async () => {
    const megabyte = Buffer.alloc(MiB, 'a');
    const bare = await files.write(
      'bare.csv',
      chain('Pedido,Notas\n1,x\n2,', repeated(megabyte, 100), '\n3,y\n'),
    );
    await expectRefusal(bare, /^too-large: cartera, line 3: the line exceeds 1048576 characters/);
    const lines = Buffer.from('aaaaaaa\n'.repeat(MiB / 8));
    const quoted = await files.write(
      'quoted.csv',
      chain('Pedido,Notas\n1,x\n2,"', repeated(lines, 100), '"\n'),
    );
    await expectRefusal(quoted, /^too-large: cartera, line 3: .*a quotation mark never closes/);
  });

  it('with a million columns is refused, in the headings and below them', async () => {
    const wide = await files.write('wide.csv', `Pedido${','.repeat(1_000_000)}\n1\n`);
    await expectRefusal(wide, /^too-large: cartera, line 1: there are more than 1000 columns/);
    const below = await files.write('below.csv', `Pedido,Notas\n1,x\n2${',a'.repeat(400_000)}\n`);
    await expectRefusal(below, /^too-large: cartera, line 3: there are more than 1000 columns/);
    const endless = await files.write('endless.csv', `Pedido${',a'.repeat(5_000_000)}`);
    await expectRefusal(endless, /^too-large: cartera, line 1/);
  });

  it('with a quotation mark that never closes is refused by its line', async () => {
    const path = await files.write('open.csv', 'Pedido,Notas\n1,x\n2,"y\n3,z\n');
    await expectRefusal(path, /^invalid: cartera, line 3: a quotation mark opens and never closes/);
  });

  it('with a quotation mark that does not close on its line loses no order', async () => {
    const path = await files.write('stray.csv', 'Pedido,Notas\n1,"stray\n2,b\n3,"c"\n');
    const reading = await readInventory({ from: path, name: 'x' });
    const orders: string[] = [];
    for await (const batch of reading.batches)
      for (const line of batch)
        if (line.kind === 'row') orders.push(`${line.row.orderNumber} ${line.row.notes}`);
    expect(orders).toEqual(['1 "stray', '2 b', '3 c']);
  });

  it('with NULs is refused by its line', async () => {
    await expectRefusal(
      await files.write('nul.csv', 'Pedido,Notas\n1,a\n2,\0b\n'),
      /^invalid: cartera, line 3: .*NUL/,
    );
    const late = chain(`Pedido,Notas\n${'1,a\n'.repeat(200_000)}`, ['2,\0\n']);
    await expectRefusal(await files.write('late.csv', late), /^invalid: cartera, line 200002: .*NUL/);
  });

  it('that is no text is refused by what it is', async () => {
    const noise = Buffer.alloc(100_000, 0).map((_, i) => (i * 7919 + (i >> 3) * 104_729) & 255);
    for (const [head, what] of [
      ['%PDF-1.7\n', 'a PDF'],
      ['\x1f\x8b\x08', 'a compressed file'],
      ['\x89PNG\r\n', 'a picture'],
      ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'an old .xls or a workbook with a password'],
      ['<!DOCTYPE html>', 'a web page'],
      ['-----BEGIN CERTIFICATE-----\n', 'a certificate in PEM'],
      ['\x01\x02\x03\x04', 'a binary file'],
    ] as const) {
      const path = await files.write(
        'other.csv',
        Buffer.concat([Buffer.from(head, 'latin1'), Buffer.from(noise)]),
      );
      await expectRefusal(
        path,
        new RegExp(`^unsupported: cartera is not an inventory but ${what.replace('.', '\\.')}$`),
      );
    }
  });

  it('that is empty, blank or only headings is refused', async () => {
    await expectRefusal(await files.write('empty.csv', ''), /^invalid: cartera is empty/);
    await expectRefusal(
      await files.write('blank.csv', '\n \n\t\n'),
      /^invalid: cartera: there is no line with text/,
    );
    const headings = await files.write('headings.csv', 'Pedido;Notas\n;\n');
    await expectRefusal(headings, /^invalid: cartera: there are no orders under the headings/);
  });

  it('that is a folder, is not there, or is not a file is refused', async () => {
    const path = await files.write('x.csv', 'Pedido\n1\n');
    await expectRefusal(dirname(path), /^invalid: cartera is a folder/);
    await expectRefusal(join(dirname(path), 'missing.csv'), /^not-found: cartera: there is no such file/);
    await expectRefusal('/dev/zero', /^invalid: cartera is not an ordinary file/);
    await mkdir(join(dirname(path), 'sub'));
  });

  it.skipIf(process.getuid?.() === 0)('that may not be read is refused', async () => {
    const path = await files.write('secret.csv', 'Pedido\n1\n');
    await chmod(path, 0);
    await expectRefusal(path, /^forbidden: cartera: the file may not be read/);
  });

  it('whose cells are formulas gives them as text', async () => {
    const path = await files.write(
      'formula.csv',
      'Pedido,Cliente,Notas\n1,"=1+1","@SUM(A1)"\n2,\'=cmd|x,\'-2+3\n',
    );
    const reading = await readInventory({ from: path, name: 'x' });
    for await (const [first, second] of reading.batches) {
      expect(first).toMatchObject({ row: { customerName: '=1+1', notes: '@SUM(A1)' } });
      expect(second).toMatchObject({ row: { customerName: '=cmd|x', notes: '-2+3' } });
    }
  });

  it('that arrives as a stream and breaks off ends in a fault', async () => {
    const broken = Readable.from(
      (function* () {
        yield Buffer.from('Pedido\n1\n');
        throw new Error('connection lost');
      })(),
    );
    const reading = readInventory({ from: broken, name: 'cartera' });
    await expect(reading).rejects.toMatchObject({
      kind: 'unavailable',
      message: 'cartera: reading broke off',
    });
  });
});

describe('a workbook', () => {
  afterEach(() => files.remove());
  const write = (bytes: Buffer | Uint8Array): Promise<string> =>
    files.write('cartera.xlsx', Buffer.from(bytes));

  it('that would inflate to gigabytes is refused before anything is inflated', async () => {
    const bomb = workbookFile(Buffer.alloc(200 * MiB, ' '));
    expect(bomb.length).toBeLessThan(MiB);
    await expectRefusal(await write(bomb), /^too-large: cartera: inflated it would take 2\d\d MiB/);
    const texts = { name: 'xl/sharedStrings.xml', content: Buffer.alloc(70 * MiB, 'a') };
    await expectRefusal(await write(workbookFile(sheetXml(''), [texts])), /^too-large: cartera: inflated/);
  });

  it('that lies about its size is stopped where it said it would end', async () => {
    const rows = rowXml(1, ['Pedido', 'Notas']) + ' '.repeat(150 * MiB);
    const lying = workbookFile(sheetXml(rows), [], { declaredBytes: 10_000 });
    await expectRefusal(await write(lying), /^invalid: cartera: the workbook is damaged/);
    const silent = workbookFile(sheetXml(rows), [], { declaredBytes: 0 });
    await expectRefusal(await write(silent), /^invalid: cartera: the workbook is damaged/);
  });

  it('with one enormous cell refuses that row and leaves this process alive', async () => {
    const cell = Buffer.alloc(8 * MiB);
    for (let i = 0; i < cell.length; i++) cell[i] = 97 + ((i * 2_654_435_761) >>> 27);
    const rows = rowXml(1, ['Pedido', 'Notas']) + rowXml(2, ['1', cell.toString('latin1')]);
    const ending = await endingOf(await write(workbookFile(sheetXml(rows))));
    expect(ending).toMatchObject({ fault: 'none' });
    expect(ending.seconds).toBeLessThan(20);
  });

  it('with too many columns is refused by its row', async () => {
    const wide = sheetXml(
      rowXml(1, ['Pedido']) +
        rowXml(
          2,
          Array.from({ length: 5_000 }, () => 'a'),
        ),
    );
    await expectRefusal(
      await write(workbookFile(wide)),
      /^too-large: cartera, line 2: there are more than 1000 columns/,
    );
    const far = sheetXml('<row r="1"><c r="ZZZZZ1" t="inlineStr"><is><t>Pedido</t></is></c></row>');
    await expectRefusal(await write(workbookFile(far)), /^invalid: cartera: the workbook is damaged/);
  });

  it('with thousands of parts, two parts of one name, a password or a cut end is refused', async () => {
    const parts = Array.from({ length: 6_000 }, (_, i) => ({ name: `p${i}`, content: '' }));
    await expectRefusal(
      await write(zipFile(parts)),
      /^too-large: cartera: the workbook has more than 5000 parts/,
    );
    const twice = workbookFile(sheetXml(''), [{ name: 'xl/workbook.xml', content: '<x/>' }]);
    await expectRefusal(await write(twice), /^invalid: .*damaged/);
    const locked = workbookFile(sheetXml(''), [
      { name: 'xl/styles.xml', content: '<x/>', isEncrypted: true },
    ]);
    await expectRefusal(await write(locked), /^invalid: .*damaged/);
    const whole = workbookFile(sheetXml(rowXml(1, ['Pedido']) + rowXml(2, ['1'])));
    for (const end of [10, 100, whole.length - 30, whole.length - 5])
      await expectRefusal(await write(whole.subarray(0, end)), /^invalid: .*damaged/);
  });

  it('that is another kind of ZIP file is refused', async () => {
    await expectRefusal(await write(zipFile([{ name: 'a.txt', content: 'a' }])), /^invalid: .*not an \.xlsx/);
  });

  it('with entities that multiply is not expanded', async () => {
    const laughs = `<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "${'ha'.repeat(1000)}"><!ENTITY b "${'&a;'.repeat(1000)}">]>`;
    const sheet =
      laughs +
      sheetXml(rowXml(1, ['Pedido', 'Notas']) + rowXml(2, ['1', '&b;'])).replace(/^<\?xml.*?\?>/, '');
    const ending = await endingOf(await write(workbookFile(sheet)));
    expect(ending.seconds).toBeLessThan(20);
    expect(ending.grownBytes).toBeLessThan(growth);
  });

  it('whose bytes are damaged anywhere ends in a fault or in rows, never in an error', async () => {
    const good = Buffer.from(
      await writeXlsx({
        sheets: [
          {
            name: 'Hoja1',
            rows: [
              ['Pedido', 'Notas'],
              ['1', 'a'],
            ],
          },
        ],
      }),
    );
    for (let i = 0; i < 12; i++) {
      const bad = Buffer.from(good);
      bad[Math.floor((good.length / 12) * i) + 3]! ^= 0x55;
      expect((await endingOf(await write(bad))).fault).toMatch(/^(?:none|invalid|too-large|unsupported)/);
    }
  });
});

function* chain(
  before: string,
  middle: Iterable<Buffer | string>,
  after = '',
): Generator<Buffer | string, void, undefined> {
  yield before;
  yield* middle;
  if (after !== '') yield after;
}
