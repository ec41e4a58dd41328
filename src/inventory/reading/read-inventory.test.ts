import { createHash } from 'node:crypto';
import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { writeXlsx } from 'hucre/xlsx';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, it } from 'vitest';
import { TemporaryFiles } from '../../../test/hostile-files/temporary-file.ts';
import { isFault } from '../../kernel/fault.ts';
import type { InventoryRow } from './inventory-row.ts';
import {
  type InventoryReading,
  type ReadInventoryOptions,
  type ReadLine,
  readInventory,
} from './read-inventory.ts';
import { refusalWords } from './row-refusal.ts';

const sample = (name: string): string =>
  fileURLToPath(new URL(`../../../test/samples/${name}`, import.meta.url));
const files = new TemporaryFiles();
afterAll(() => files.remove());

async function linesOf(reading: InventoryReading): Promise<ReadLine[]> {
  const lines: ReadLine[] = [];
  for await (const batch of reading.batches) lines.push(...batch);
  return lines;
}

async function read(
  from: string | Buffer,
  options: ReadInventoryOptions = {},
): Promise<{ reading: InventoryReading; lines: ReadLine[]; rows: InventoryRow[]; refused: string[] }> {
  const reading = await readInventory(
    { from: Readable.from([Buffer.from(from as string)]), name: 'cartera.csv' },
    options,
  );
  const lines = await linesOf(reading);
  const rows = lines.flatMap((line) => (line.kind === 'row' ? [line.row] : []));
  const refused = lines.flatMap((line) =>
    line.kind === 'refused'
      ? [`${line.line} ${line.column} "${line.value}": ${refusalWords(line.reason, 'en')}`]
      : [],
  );
  return { reading, lines, rows, refused };
}

async function faultOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (isFault(error)) return `${error.kind}: ${error.message}${error.hint ? ` → ${error.hint}` : ''}`;
    throw error;
  }
  throw new Error('expected a fault');
}

const known = (row: InventoryRow): object =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined));

describe("the authority's order report", () => {
  it('gives all its orders and refuses none', async () => {
    const reading = await readInventory({
      from: sample('certcentral-orders.csv'),
      name: 'certcentral-orders.csv',
    });
    const lines = await linesOf(reading);
    expect(lines).toHaveLength(2500);
    expect(lines.every((line) => line.kind === 'row')).toBe(true);
    expect(reading).toMatchObject({
      format: 'csv',
      encoding: 'utf-8',
      separator: ',',
      ignored: [],
      dateOrder: undefined,
    });
    const bytes = readFileSync(sample('certcentral-orders.csv'));
    expect(reading.digest).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(lines[0]).toMatchObject({ line: 2, kind: 'row' });
    expect(known((lines[0] as { row: InventoryRow }).row)).toEqual({
      orderNumber: '1000000',
      status: 'issued',
      productCode: 'ssl_basic',
      productName: 'Basic OV',
      commonName: 'app.seguros-puig18.example',
      names: ['app.seguros-puig18.example'],
      namesAreComplete: true,
      orderedAt: '2026-06-23',
      validFrom: '2026-06-23',
      validUntil: '2027-01-08',
      orderUntil: '2027-06-23',
      term: { years: 1 },
      customerName: 'Seguros Puig Lda',
      division: 'Norte',
      contactName: 'Søren Muñoz',
      contactEmail: 'sren.munoz@seguros-puig18.example',
      contactEmailKey: 'sren.munoz@seguros-puig18.example',
      contactPhone: '+34 933 561 802',
      isRenewed: false,
      noticesOn: true,
      price: { minor: 21800n, currency: 'EUR' },
      serverCount: 2,
    });
  });

  it('gives pending orders without dates as orders whose dates are empty', async () => {
    const reading = await readInventory({ from: sample('certcentral-orders.csv'), name: 'x' });
    const pending = (await linesOf(reading)).filter(
      (line) => line.kind === 'row' && line.row.status === 'pending',
    );
    expect(pending).toHaveLength(87);
    for (const line of pending)
      expect(line).toMatchObject({ row: { validFrom: null, validUntil: null, orderUntil: null } });
  });
});

describe("a reseller's own spreadsheet", () => {
  const path = sample('cartera-clientes.csv');

  it('refuses exactly its thirty bad lines, each with its line of the file and its reason', async () => {
    const reading = await readInventory({ from: path, name: 'cartera-clientes.csv' });
    expect(reading).toMatchObject({
      encoding: 'windows-1252',
      separator: ';',
      dateOrder: 'dmy',
      ignored: [],
    });
    const lines = await linesOf(reading);
    const refused = lines.filter((line) => line.kind === 'refused');
    expect(lines.filter((line) => line.kind === 'row')).toHaveLength(842);
    const physical = iconv.decode(readFileSync(path), 'win1252').split('\r\n');
    const counted: Record<string, number> = {};
    for (const line of refused) {
      counted[line.reason.code] = (counted[line.reason.code] ?? 0) + 1;
      const text = physical[line.line - 1]!;
      if (line.reason.code === 'no-order-number') expect(text).toMatch(/^;C2/);
      else expect(text).toContain(`;${line.value};`);
    }
    expect(counted).toEqual({ 'no-order-number': 10, 'no-such-date': 10, 'not-an-address': 10 });
    expect(refused[0]).toMatchObject({ line: 7, column: 'Fecha de caducidad', value: '31/02/2027' });
    expect(refused[1]).toMatchObject({ line: 15, column: 'Correo electrónico', value: 'sin-correo' });
  });

  it('keeps formulas, quotation marks and line breaks of a note as text', async () => {
    const notes = new Set<unknown>();
    for (const line of await linesOf(await readInventory({ from: path, name: 'x' })))
      if (line.kind === 'row') notes.add(line.row.notes);
    expect(notes).toEqual(
      new Set([
        null,
        'Llamar por la tarde',
        'Dos líneas\nde nota',
        'Cliente "VIP"',
        '=HYPERLINK("http://x";"y")',
      ]),
    );
  });

  it('tells what the file does not speak of from what it leaves empty', async () => {
    const reading = await readInventory({ from: path, name: 'x' });
    for await (const batch of reading.batches)
      for (const line of batch)
        if (line.kind === 'row') {
          expect(line.row.division).toBeUndefined();
          expect(line.row.orderUntil).toBeUndefined();
          expect(line.row.notes).not.toBeUndefined();
          expect(line.row.namesAreComplete).toBe(false);
        }
  });

  it('is the same from a stream as from a path, and leaves no copy behind', async () => {
    const before = await linesOf(await readInventory({ from: path, name: 'x' }));
    const stream = await readInventory({ from: createReadStream(path), name: 'x' });
    expect(await linesOf(stream)).toEqual(before);
  });
});

describe('encodings', () => {
  const text = 'Pedido;Cliente;Caduca\r\nA1;Peluquería Ñandú €;2027-01-31\r\n';
  for (const [encoding, options] of [
    ['utf-8', {}],
    ['utf-8', { addBOM: true }],
    ['utf-16le', { addBOM: true }],
    ['utf-16le', {}],
    ['utf-16be', { addBOM: true }],
    ['windows-1252', {}],
  ] as const)
    it(`finds ${encoding}${'addBOM' in options ? ' with its mark' : ''}`, async () => {
      const { reading, rows } = await read(iconv.encode(text, encoding, options));
      expect(reading.encoding).toBe(encoding);
      expect(reading.headings[0]).toBe('Pedido');
      expect(rows[0]?.customerName).toBe('Peluquería Ñandú €');
    });

  it('does not take a damaged UTF-8 file for Windows-1252', async () => {
    const good = 'A;Muñoz\n'.repeat(50_000);
    const bytes = Buffer.concat([
      Buffer.from(`Pedido;Cliente\n${good}`),
      Buffer.from([0x41, 0x3b, 0xf1, 0x0a]),
    ]);
    expect(await faultOf(read(bytes))).toMatch(
      /^invalid: cartera\.csv, line 50002: the text is UTF-8 but for a byte/,
    );
    const { reading } = await read(bytes, { encoding: 'windows-1252' });
    expect(reading.encoding).toBe('windows-1252');
  });

  it('notices a late accent of Windows-1252', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`Pedido;Cliente\n${'A;B\n'.repeat(100_000)}`),
      Buffer.from([0x43, 0x3b, 0xf1]),
    ]);
    const { reading, rows } = await read(bytes);
    expect(reading.encoding).toBe('windows-1252');
    expect(rows.at(-1)?.customerName).toBe('ñ');
  });
});

describe('shapes of text files', () => {
  for (const separator of [',', ';', '\t', '|'])
    it(`finds the separator ${JSON.stringify(separator)}`, async () => {
      const { reading, rows } = await read(
        `N.º de pedido${separator}Empresa${separator}Vence\n7${separator}"a${separator}b"${separator}2027-01-31\n`,
      );
      expect(reading.separator).toBe(separator);
      expect(rows[0]).toMatchObject({
        orderNumber: '7',
        customerName: separator === '\t' ? 'a b' : `a${separator}b`,
        validUntil: '2027-01-31',
      });
    });

  it('takes a title, the separator line of a spreadsheet and old line ends in its stride', async () => {
    const { rows, lines } = await read(
      'sep=;\rInforme de pedidos;;\r\rPedido;Cliente;Vence\r1;Ana;2027-01-31\r;;\r2;Eva;\r',
    );
    expect(rows.map((row) => [row.orderNumber, row.validUntil])).toEqual([
      ['1', '2027-01-31'],
      ['2', null],
    ]);
    expect(lines.map((line) => line.line)).toEqual([5, 7]);
  });

  it('counts lines through quoted line breaks and blank lines', async () => {
    const { lines } = await read('Pedido;Notas\n1;"a\n\nb"\n\n\n2;c\n"3";"d"\n');
    expect(lines.map((line) => line.line)).toEqual([2, 7, 8]);
  });

  it('refuses a line with more cells than headings where they may have shifted', async () => {
    const { refused } = await read('Pedido;Notas;Cliente\n1;a;b;c\n2;a;b;;\n');
    expect(refused).toEqual([
      '2 Cliente "c": the line has 4 cells under 3 headings: a quotation mark may be missing',
    ]);
  });
});

describe('date order', () => {
  const of = (...dates: string[]): string =>
    `Pedido;Vence\n${dates.map((date, i) => `${i};${date}`).join('\n')}\n`;

  it('is settled by one date of the whole file', async () => {
    const early = Array.from({ length: 3000 }, () => '03/04/2027');
    expect((await read(of(...early, '13/04/2027'))).rows[0]?.validUntil).toBe('2027-04-03');
    expect((await read(of(...early, '04/13/2027'))).rows[0]?.validUntil).toBe('2027-03-04');
  });

  it('is not guessed: the option that settles it is named', async () => {
    expect(await faultOf(read(of('03/04/2027', '04/04/2027')))).toBe(
      'invalid: cartera.csv: the dates can be read in two ways; on line 2, 03/04/2027 under "Vence" → ' +
        'Say --date-order dmy (day first) or --date-order mdy (month first).',
    );
    expect(await faultOf(read(of('03/04/2027'), { language: 'es' }))).toContain('dos maneras');
    expect((await read(of('03/04/2027'), { dateOrder: 'mdy' })).rows[0]?.validUntil).toBe('2027-03-04');
  });

  it('is refused when the file contradicts itself', async () => {
    expect(await faultOf(read(of('13/04/2027', '04/13/2027')))).toContain(
      'line 2 writes the day first (13/04/2027), line 3 the month (04/13/2027)',
    );
    const { refused } = await read(of('13/04/2027', '04/13/2027'), { dateOrder: 'dmy' });
    expect(refused).toEqual(['3 Vence "04/13/2027": there is no such date']);
  });

  it('does not matter to files whose dates say it themselves', async () => {
    const { reading, rows } = await read(of('2027-04-03', '3-abr-2027', 'Apr 3, 2027', '04/04/2027'));
    expect(reading.dateOrder).toBeUndefined();
    expect(rows.map((row) => row.validUntil)).toEqual([
      '2027-04-03',
      '2027-04-03',
      '2027-04-03',
      '2027-04-04',
    ]);
  });
});

describe('headings', () => {
  it('say what was found and how to map when none is the order number', async () => {
    expect(await faultOf(read('Foo;Cliente\n1;Ana\n'))).toBe(
      'invalid: cartera.csv: no column holds the order number; the headings are Foo, Cliente → ' +
        'Say which column it is: --map orderNumber="Heading".',
    );
    const { reading, rows } = await read('Foo;Cliente;Bar\n1;Ana;x\n', { map: { orderNumber: 'foo' } });
    expect(rows[0]).toMatchObject({ orderNumber: '1', customerName: 'Ana' });
    expect(reading.ignored).toEqual(['Bar']);
    expect(reading.mapping).toEqual({ orderNumber: 'Foo', customerName: 'Cliente' });
  });

  it('that both claim a field are named, and --map chooses', async () => {
    const text = 'Pedido;Notas;Observaciones\n1;a;b\n';
    expect(await faultOf(read(text))).toContain('"Notas" and "Observaciones" both mean notes');
    const { reading, rows } = await read(text, { map: { notes: 'Observaciones' } });
    expect(rows[0]?.notes).toBe('b');
    expect(reading.ignored).toEqual(['Notas']);
  });

  it('of a choice that is not there are refused', async () => {
    expect(await faultOf(read('Pedido\n1\n', { map: { notas: 'x' } }))).toContain('there is no field notas');
    expect(await faultOf(read('Pedido\n1\n', { map: { notes: 'x' } }))).toContain(
      'has no heading "x"; it has Pedido',
    );
  });
});

describe('lines', () => {
  it('that repeat an order are unchanged when identical and refused when not', async () => {
    const { lines, refused } = await read('Pedido;Cliente\n1;Ana\n2;Eva\n1;Ana\n1;Bea\n');
    expect(lines[2]).toEqual({ line: 4, kind: 'repeated', firstLine: 2 });
    expect(refused).toEqual(['5 Pedido "1": the order is already on line 2 with other values']);
  });

  it('of two authorities may carry one number', async () => {
    expect((await read('Pedido;CA\n1;Sectigo\n1;DigiCert\n')).rows).toHaveLength(2);
  });

  it('are refused for each kind of wrong cell', async () => {
    const headings = 'Pedido;Nombre común;Inicio;Desde;Caduca;Período;Precio;Avisos;Estado;Servidores;Serie';
    const cases = [
      '1;no es un nombre;;;;;;;;;',
      '2;;;2027-02-01;2027-01-01;;;;;;',
      '3;;;;;siempre;;;;;',
      '4;;;;;;caro;;;;',
      '5;;;;;;;quizá;;;',
      '6;;;;;;;;volando;;',
      '7;;;;;;;;;muchos;',
      '8;;;;;;;;;;xyz',
      '1,00715E+12;;;;;;;;;;',
      '9;;;;12/01/27;;;;;;',
    ];
    const { refused } = await read(`${headings.replace('Inicio', 'Zzz')}\n${cases.join('\n')}\n`);
    expect(refused.map((line) => line.replace(/^\d+ /, ''))).toEqual([
      'Nombre común "no es un nombre": "no es un nombre" is not a host name',
      'Caduca "2027-01-01": it ends before it starts (2027-02-01)',
      'Período "siempre": not a term that can be read; for example 1 year or 397 days',
      'Precio "caro": not a price that can be read; for example 1,250.00 EUR',
      'Avisos "quizá": neither yes nor no',
      'Estado "volando": not a known status; for example issued, pending, revoked or cancelled',
      'Servidores "muchos": not a number that can be read',
      'Serie "xyz": not a hexadecimal sequence of the expected length',
      'Pedido "1,00715E+12": the spreadsheet has rewritten the number and digits are lost: format the column as text',
      'Caduca "12/01/27": the year has two digits and can be read in several ways: write four',
    ]);
  });

  it('normalise names and addresses and keep line breaks out of them', async () => {
    const { rows, refused } = await read(
      'Pedido;CN;Dominios;Correo;Contacto\n' +
        '1;WWW.España.example.;"www.españa.example, api.Example.com\n*.x.example";José@ESPAÑA.example;"Ana\r\nBcc: x@y.example"\n' +
        '2;https://tienda.example/cesta;;Ana Ruiz <ana@a.example>;\n' +
        '3;;;"ana@a.example\r\nBcc: b@b.example";\n',
    );
    expect(rows[0]).toMatchObject({
      commonName: 'www.xn--espaa-rta.example',
      names: ['www.xn--espaa-rta.example', 'api.example.com', '*.x.example'],
      contactEmail: 'José@xn--espaa-rta.example',
      contactEmailKey: 'josé@xn--espaa-rta.example',
      contactName: 'Ana Bcc: x@y.example',
    });
    expect(rows[1]).toMatchObject({
      commonName: 'tienda.example',
      contactEmail: 'ana@a.example',
      contactName: null,
    });
    expect(refused).toEqual(['6 Correo "ana@a.example Bcc: b@b.example": not an e-mail address']);
  });

  it('leave out prices whose currency nobody names, and count them', async () => {
    const text = 'Pedido;Precio\n1;218,00\n2;$ 59\n3;1.250,00 €\n';
    const { reading, rows } = await read(text);
    expect(rows.map((row) => row.price)).toEqual([undefined, undefined, { minor: 125000n, currency: 'EUR' }]);
    expect(reading.remarks).toEqual([{ code: 'unknown-currency', count: 2 }]);
    expect((await read(text, { currency: 'mxn' })).rows[1]?.price).toEqual({ minor: 5900n, currency: 'MXN' });
    expect(await faultOf(read(text, { currency: 'pesos' }))).toContain('"pesos" is not a currency code');
  });

  it('understand languages by name and tag, and keep and count the rows of those that nobody understands', async () => {
    const { reading, rows, refused } = await read(
      'Pedido;Idioma;País\n1;English;\n2;Español;México\n3;Klingon;ES\n4;es_MX;\n5;;ES\n6;Élfico;\n',
    );
    expect(rows.map((row) => row.contactLocale)).toEqual([
      'en',
      'es-MX',
      undefined,
      'es-MX',
      null,
      undefined,
    ]);
    expect(refused).toEqual([]);
    expect(reading.remarks).toEqual([{ code: 'unknown-language', count: 2, example: 'Klingon' }]);
  });
});

describe('workbooks', () => {
  const headings = [
    'Código de pedido',
    'Cliente',
    'Fecha de emisión',
    'Vence',
    'Importe',
    'Moneda',
    'Avisos',
    'Teléfono',
    'Notas',
  ];
  const day = (iso: string): Date => new Date(`${iso}T00:00:00Z`);

  it('give the same rows as a CSV file, from the sheet whose headings can be read', async () => {
    const bytes = await writeXlsx({
      sheets: [
        { name: 'Portada', rows: [['Informe'], ['Noviembre']] },
        {
          name: 'Cartera',
          rows: [
            ['Cartera de clientes'],
            headings,
            [
              1007146,
              'Peluquería Ñandú',
              day('2026-03-01'),
              day('2026-09-16'),
              1250.5,
              'EUR',
              true,
              34936986814,
              '=1+1',
            ],
            [],
            ['A-2', 'Bar Łódź', '2026-03-01', '31/02/2027', 59, 'EUR', 'No', '', 'x'],
          ],
        },
      ],
    });
    const { reading, lines, rows, refused } = await read(Buffer.from(bytes));
    expect(reading).toMatchObject({
      format: 'xlsx',
      sheet: 'Cartera',
      headingLine: 2,
      headings,
      encoding: undefined,
    });
    const csv =
      `\n${headings.join(';')}\n` +
      '1007146;Peluquería Ñandú;2026-03-01;2026-09-16;1.250,50;EUR;sí;34936986814;=1+1\n';
    expect(rows).toEqual((await read(csv)).rows);
    expect(lines.map((line) => line.line)).toEqual([3, 5]);
    expect(refused).toEqual(['5 Vence "31/02/2027": there is no such date']);
  });

  it('are told by their bytes, whatever the name says', async () => {
    const bytes = Buffer.from(await writeXlsx({ sheets: [{ name: 'Hoja1', rows: [['Pedido'], ['1']] }] }));
    const asCsv = await files.write('cartera.csv', bytes);
    const reading = await readInventory({ from: asCsv, name: 'cartera.csv' });
    expect(reading.format).toBe('xlsx');
    expect(await linesOf(reading)).toHaveLength(1);
    const text = await files.write('cartera.xlsx', 'Pedido\n1\n');
    const other = await readInventory({ from: text, name: 'cartera.xlsx' });
    expect(other.format).toBe('csv');
    await other.close();
  });

  it('name their sheets when the one asked for is not there', async () => {
    const bytes = Buffer.from(await writeXlsx({ sheets: [{ name: 'Hoja1', rows: [['Pedido'], ['1']] }] }));
    expect(await faultOf(read(bytes, { sheet: 'Pedidos' }))).toContain(
      'no sheet "Pedidos"; there are "Hoja1"',
    );
  });
});

it('a stream is copied while it is read, and the copy is gone however the reading ends', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'vigente-test-'));
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  const open = (): Promise<InventoryReading> =>
    readInventory({ from: createReadStream(sample('certcentral-orders.csv')), name: 'x' }, { batchSize: 10 });
  try {
    for await (const batch of (await open()).batches) {
      expect(batch).toHaveLength(10);
      expect(readdirSync(folder)).toHaveLength(1);
      break;
    }
    expect(readdirSync(folder)).toEqual([]);
    const unread = await open();
    await unread.close();
    await unread.close();
    expect(readdirSync(folder)).toEqual([]);
    await faultOf(read('nothing known\n'));
    expect(readdirSync(folder)).toEqual([]);
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    await rm(folder, { recursive: true });
  }
});
