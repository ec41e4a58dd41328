import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { checkImports } from './check-imports.ts';

const planted: string[] = [];

afterEach(() => {
  for (const root of planted.splice(0)) rmSync(root, { recursive: true });
});

const kept = {
  'src/kernel/fault.ts': 'export const fault = 1;',
  'src/storage/database.ts':
    "import { fault } from '../kernel/fault.ts'; export type Tx = typeof fault; export const open = 1;",
  'src/inventory/store.ts': "import { open } from '../storage/database.ts'; export const orders = open;",
  'src/inventory/expire.ts':
    "import type { Tx } from '../storage/database.ts'; import { orders } from './store.ts'; export const expire = (tx: Tx) => [tx, orders];",
  'src/main.ts':
    "import { expire } from './inventory/expire.ts'; import { open } from './storage/database.ts'; expire(open);",
};

async function rulesBrokenBy(files: Record<string, string>): Promise<string[]> {
  const root = mkdtempSync(join(tmpdir(), 'import-table-'));
  planted.push(root);
  for (const [name, content] of Object.entries({ ...kept, ...files })) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), content);
  }
  const { complaints } = await checkImports(root);
  return complaints.map((line) => /\(([a-z-]+)/.exec(line)?.[1] ?? line);
}

test('a tree that keeps the table passes', async () => {
  expect(await rulesBrokenBy({})).toEqual([]);
});

test.each([
  ['cadence-imports', 'src/cadence/plan.ts', "import '../storage/database.ts';"],
  [
    'kernel-imports',
    'src/kernel/now.ts',
    "import type { Tx } from '../storage/database.ts'; export type T = Tx;",
  ],
  [
    'store-of-another',
    'src/notices/send.ts',
    "import { orders } from '../inventory/store.ts'; export const o = orders;",
  ],
  [
    'handle-by-type-only',
    'src/inventory/load.ts',
    "import { open } from '../storage/database.ts'; export const o = open;",
  ],
  ['inventory-store-imports', 'src/inventory/import/seen-store.ts', "import '../../http/app.ts';"],
  ['unnamed-room', 'src/misc/thing.ts', "import '../kernel/fault.ts';"],
  [
    'pure-rooms',
    'src/validity/today.ts',
    "import { readFileSync } from 'node:fs'; export const r = readFileSync;",
  ],
  ['main-is-nobodys', 'src/cli/run.ts', "import '../main.ts';"],
  ['settings-are-handed-over', 'src/http/app.ts', "import '../settings.ts';"],
  ['channels-adapter-imports', 'src/channels/email/send.ts', "import '../../inventory/expire.ts';"],
  ['port-imports', 'src/channels/channel.ts', "import './email/send.ts';"],
  ['notices-imports', 'src/notices/send.ts', "import '../channels/email/send.ts';"],
  ['contract-imports', 'contract/order.ts', "import '../src/kernel/fault.ts';"],
  ['no-unresolved', 'src/kernel/lost.ts', "import './nowhere.ts';"],
])('%s is noticed', async (rule, file, content) => {
  const others = {
    'src/http/app.ts': 'export const app = 1;',
    'src/settings.ts': 'export const settings = 1;',
    'src/channels/email/send.ts': 'export const send = 1;',
  };
  expect(await rulesBrokenBy({ ...others, [file]: content })).toContain(rule);
});

test('two files that import each other are noticed', async () => {
  const files = {
    'src/cadence/a.ts': "import { b } from './b.ts'; export const a = () => b;",
    'src/cadence/b.ts': "import { a } from './a.ts'; export const b = () => a;",
  };
  expect(await rulesBrokenBy(files)).toContain('no-cycles');
});

test('an import behind a using declaration is read like any other', async () => {
  const content =
    "export async function f(open: () => AsyncDisposable) { await using a = open(); using b = await import('../main.ts'); return [a, b]; }";
  expect(await rulesBrokenBy({ 'src/cli/run.ts': content })).toContain('main-is-nobodys');
});

test('a test may import anything', async () => {
  expect(await rulesBrokenBy({ 'src/cadence/plan.test.ts': "import '../storage/database.ts';" })).toEqual([]);
});

test('a tree in which nothing is read fails', async () => {
  const root = mkdtempSync(join(tmpdir(), 'import-table-'));
  planted.push(root);
  mkdirSync(join(root, 'src'));
  expect((await checkImports(root)).complaints).toContain('no module was read, so nothing was checked');
});
