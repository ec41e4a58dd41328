import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anOrder, inventoryCsv, type OrderCells } from '../../test/builders/inventory-csv.ts';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import type { Language } from '../kernel/locale.ts';
import { fixedNow } from '../kernel/now.ts';
import { UsageError } from './arguments.ts';
import { expiringCommand } from './expiring.ts';
import { importCommand } from './import.ts';

let test: TestDatabase;
let folder: string;
let partners = 0;
beforeAll(async () => {
  test = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'vigente-import-test-'));
});
afterAll(async () => {
  await test.close();
  await rm(folder, { recursive: true, force: true });
});

async function file(orders: readonly OrderCells[]): Promise<string> {
  const path = join(folder, 'cartera.csv');
  await writeFile(path, inventoryCsv(orders));
  return path;
}

interface Shown {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

interface Terminal {
  readonly language?: Language;
  /** What the person types; makes it a terminal. */
  readonly types?: string;
  readonly at?: string;
}

async function run(
  command: typeof importCommand,
  args: readonly string[],
  terminal: Terminal = {},
): Promise<Shown> {
  const { language = 'en', types, at = '2026-11-22T10:00:00Z' } = terminal;
  const isTTY = types !== undefined;
  const stream = () => Object.assign(new PassThrough(), { isTTY, columns: 100 });
  const [stdin, stdout, stderr] = [stream(), stream(), Object.assign(new PassThrough(), { isTTY: false })];
  if (isTTY) stdin.write(types);
  const out = text(stdout);
  const err = text(stderr);
  const io = { stdin, stdout, stderr, language, signal: new AbortController().signal };
  const context = async () => ({ db: test.db, now: fixedNow(Temporal.Instant.from(at)) });
  const status = await command.run(args, io, context);
  for (const written of [stdout, stderr]) written.end();
  return { status, out: await out, err: await err };
}

async function text(stream: PassThrough): Promise<string> {
  let all = '';
  for await (const piece of stream) all += piece;
  return all;
}

async function freshPartner(): Promise<string[]> {
  const slug = `cli-${++partners}`;
  await test.addPartner(slug);
  return ['--partner', slug];
}

describe('vigente import', () => {
  it('prints what it did for programs', async () => {
    const partner = await freshPartner();
    const path = await file([anOrder('1', { orderUntil: '2027-06-01' }), anOrder('2', { email: 'nobody' })]);
    const { status, out, err } = await run(importCommand, [path, '--json', ...partner]);
    expect(status).toBe(0);
    expect(err).toBe('1 line refused; the others were imported\n');
    expect(JSON.parse(out)).toMatchObject({
      id: expect.any(String),
      added: [
        {
          order: '1',
          authority: 'digicert',
          commonName: 'www.order1.example',
          customer: 'Bodegas Norte S.L.',
          clocks: [
            { kind: 'coverage', ends: '2027-06-01' },
            { kind: 'certificate', ends: '2026-12-17' },
          ],
          reading: 'order-end-given',
        },
      ],
      changed: [],
      unchanged: 0,
      refused: [{ line: 3, column: 'email', value: 'nobody', reason: 'not an e-mail address' }],
    });
    const again = await run(importCommand, [path, '--json', '--summary', ...partner]);
    expect(JSON.parse(again.out)).toMatchObject({ added: 0, changed: 0, unchanged: 1, refused: 1 });
  });

  it('asks on a terminal and takes silence for no', async () => {
    const partner = await freshPartner();
    const path = await file([anOrder('1')]);
    const no = await run(importCommand, [path, ...partner], { language: 'es', types: '\n' });
    expect(no.out).toContain('1 pedido se añade');
    expect(no.out).toMatch(/order_id +.*n\.º de pedido .*\(orderNumber\)/);
    expect(no.out).toContain('¿Importar? [s/N]');
    expect(no.out).toContain('No se ha importado nada.');
    const yes = await run(importCommand, [path, ...partner], { language: 'es', types: 's\n' });
    expect(yes.out).toMatch(/Importado\. Es la importación \d+; para deshacerla: vigente import undo \d+/);
    const list = await run(importCommand, ['list', ...partner], { language: 'es' });
    expect(list.out).toMatch(/vigente\s+1\s+0\s+0\s+cartera\.csv/);
  });

  it('shows only the plan when that is asked, and refuses whole files when strict', async () => {
    const partner = await freshPartner();
    const path = await file([anOrder('1'), anOrder('2', { validUntil: '2027-02-31' })]);
    const dry = await run(importCommand, [path, '--dry-run', ...partner]);
    expect(dry).toMatchObject({ status: 0, err: '' });
    expect(dry.out).toContain('line 3 · valid_till · 2027-02-31: there is no such date');
    expect(dry.out).toContain('This was a dry run: nothing was imported.');
    const strict = await run(importCommand, [path, '--strict', '--json', ...partner]);
    expect(strict.status).toBe(1);
    expect(strict.err).toBe('error: with --strict nothing is imported: 1 line refused\n');
    expect(JSON.parse(strict.out)).toMatchObject({ id: null, added: [{ order: '1' }] });
    expect((await run(importCommand, ['list', ...partner])).out).toContain('Nothing has been imported yet');
  });

  it('takes back once, and says so the second time', async () => {
    const partner = await freshPartner();
    const { out } = await run(importCommand, [await file([anOrder('1')]), '--json', ...partner]);
    const { id } = JSON.parse(out) as { id: string };
    const undone = await run(importCommand, ['undo', id, ...partner], { language: 'es' });
    expect(undone.out).toBe(
      `Deshecha la importación ${id}.\n  1 pedido eliminado\n  1 cliente eliminado\n  1 contacto eliminado\n`,
    );
    await expect(run(importCommand, ['undo', id, ...partner])).rejects.toThrow(/already taken back/);
    await expect(run(importCommand, ['undo', '12345', ...partner])).rejects.toThrow(
      /there is no import 12345/,
    );
  });

  it('says what it was given wrongly', async () => {
    for (const args of [
      [],
      ['undo'],
      ['x.csv', '--map', 'notes'],
      ['x.csv', '--date-order', 'ymd'],
      ['x.csv', 'y.csv'],
    ])
      await expect(run(importCommand, args)).rejects.toBeInstanceOf(UsageError);
    await expect(run(importCommand, [join(folder, 'missing.csv')])).rejects.toThrow(/no such file/);
  });

  it('killed in the middle leaves nothing, and the next one goes in', async () => {
    const orders = Array.from({ length: 4_000 }, (_, n) =>
      anOrder(String(n + 1), { account: `C${n % 500}` }),
    );
    const path = await file(orders);
    const slug = (await freshPartner())[1]!;
    const child = spawn(
      process.execPath,
      [join(import.meta.dirname, '../../test/import-and-stall.ts'), test.url, slug, path],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    // It says so once everything is written and only the commit is missing.
    await new Promise((resolve) => child.stdout.once('data', resolve));
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
    const left = await run(importCommand, ['list', '--json', '--partner', slug]);
    expect(JSON.parse(left.out)).toEqual([]);
    const { out } = await run(importCommand, [path, '--json', '--summary', '--partner', slug]);
    expect(JSON.parse(out)).toMatchObject({ added: 4_000, customers: { added: 500 } });
  });
});

describe('vigente expiring', () => {
  const orders = [
    anOrder('1', { validUntil: '2026-11-22', orderUntil: '2026-11-22', notes: '' }),
    anOrder('2', { validUntil: '2026-12-10', orderUntil: '2027-06-01', noticesOff: '1' }),
    anOrder('3', { validUntil: '2026-11-20', orderUntil: '2026-11-20', commonName: '*.tres.example' }),
    anOrder('4', { validUntil: '2026-12-11', orderUntil: '2026-12-11', renewed: '1' }),
    anOrder('5', { status: 'revoked' }),
    anOrder('6', {
      validUntil: '2027-03-01',
      orderUntil: '2027-03-01',
      customer: '=Fórmula S.A.',
      account: 'C2',
    }),
  ];

  it('groups by nearness, keeps the lapsed apart and leaves renewed ones out', async () => {
    const partner = await freshPartner();
    await run(importCommand, [await file(orders), '--json', ...partner]);
    const { out } = await run(expiringCommand, [
      '--within',
      '90',
      '--as-of',
      '2026-11-22',
      '--json',
      ...partner,
    ]);
    interface Group {
      name: string;
      orders: { order: string; daysLeft: number; clock: string; notices: boolean; expires: string }[];
    }
    const report = JSON.parse(out) as { groups: Group[]; lapsed: Group[]; renewedLeftOut: number };
    const brief = (groups: Group[]) =>
      groups.map(({ name, orders: list }) => [name, ...list.map(({ order }) => order)]);
    expect(brief(report.groups)).toEqual([
      ['within-7', '1'],
      ['within-30', '2'],
      ['within-60'],
      ['within-90'],
    ]);
    expect(brief(report.lapsed)).toEqual([['lapsed-7', '3'], ['lapsed-30'], ['lapsed-90']]);
    expect(report.renewedLeftOut).toBe(1);
    expect(report.groups[0]!.orders[0]).toMatchObject({
      daysLeft: 0,
      clock: 'coverage',
      expires: '2026-11-22',
    });
    expect(report.groups[1]!.orders[0]).toMatchObject({ daysLeft: 18, clock: 'certificate', notices: false });
    const all = await run(expiringCommand, ['--as-of', '2026-11-22', '--all', '--json', ...partner]);
    expect(brief((JSON.parse(all.out) as { groups: Group[] }).groups)).toEqual([
      ['within-7', '1'],
      ['within-30', '2', '4'],
    ]);
  });

  it('reads well on a terminal and writes harmless cells', async () => {
    const partner = await freshPartner();
    await run(importCommand, [await file(orders), '--json', ...partner]);
    const { out } = await run(expiringCommand, ['--as-of', '2026-11-22', ...partner], { language: 'es' });
    expect(out).toBe(
      [
        'Caducan en 7 días o menos',
        '  pedido  nombre común        caduca            producto         plazo  cliente             avisos  qué     renovado',
        '◔ 1       www.order1.example  22 nov 2026  hoy  Secure Site OV  –      Bodegas Norte S.L.  sí      pedido  –',
        '',
        'Caducan dentro de 8 a 30 días',
        '  pedido  nombre común        caduca                   producto        plazo  cliente             avisos  qué          renovado',
        '◔ 2       www.order2.example  10 dic 2026  en 18 días  Secure Site OV  –      Bodegas Norte S.L.  no      certificado  –',
        '',
        'Caducaron hace 7 días o menos',
        '  pedido  nombre común    caduca                    producto        plazo  cliente             avisos  qué     renovado',
        '○ 3       *.tres.example  20 nov 2026  hace 2 días  Secure Site OV  –      Bodegas Norte S.L.  sí      pedido  –',
        '',
        '1 ya renovado no se muestra (--all lo incluye)',
        '',
      ]
        .join('\n')
        .replace('producto         plazo', 'producto        plazo'),
    );
    const csv = await run(expiringCommand, ['--within', '120', '--as-of', '2026-11-22', '--csv', ...partner]);
    expect(csv.out).toContain('"\'=Fórmula S.A."');
    expect(csv.out.split('\r\n')[0]).toContain('"order","common_name","expires","days_left"');
  });

  it('fits a narrow terminal', async () => {
    const partner = await freshPartner();
    await run(importCommand, [await file(orders), '--json', ...partner]);
    const { out } = await run(expiringCommand, ['--as-of', '2026-11-22', ...partner], { types: '' });
    const plain = out.replace(/\u001b\[\d+m/g, '');
    for (const line of plain.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
  });
});
