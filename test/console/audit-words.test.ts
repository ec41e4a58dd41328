import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { audit as en } from '../../console/src/words/en/audit.ts';
import { audit as es } from '../../console/src/words/es/audit.ts';

const sources = fileURLToPath(new URL('../../src', import.meta.url));
const action = /'([a-z-]+:[a-z-]+)'/g;

/** Calls that write to the log, up to the argument that names the action. */
const call =
  /\b(?:(recordUndoable|recordChanges)\(\s*tx,\s*c(?:\.var\.caller)?,\s*|(recordForPerson)\([^'`)]*?,\s*(?=['`]))([^,)]+)/g;

interface Written {
  readonly actions: string[];
  readonly unread: string[];
}

/** The actions that a file writes to the log; what this test cannot read it says, so that it is never passed over. */
function writtenIn(path: string, code: string): Written {
  const found: Written = { actions: [], unread: [] };
  const literal = (text: string) => [...text.matchAll(action)].map((match) => match[1]!);
  for (const [, first, , argument = ''] of code.matchAll(call)) {
    let actions = literal(argument);
    if (actions.length === 0 && /^\w+$/.test(argument)) actions = constant(code, argument);
    if (actions.length === 0 && /^\w+\[/.test(argument)) actions = constant(code, argument.split('[')[0]!);
    // A parameter, whose type names the actions.
    if (actions.length === 0)
      actions = literal(new RegExp(`\\b${argument}: ('[^\\n]*)`).exec(code)?.[1] ?? '');
    // The actions that can be undone, each with `:undo`, are added below.
    if (actions.length === 0 && !argument.endsWith(':undo`')) found.unread.push(`${path}: ${argument}`);
    found.actions.push(...actions);
    if (first === 'recordUndoable') found.actions.push(...actions.map((one) => `${one}:undo`));
  }
  for (const [, line] of code.matchAll(/\baction:([^\n]*)/g)) found.actions.push(...literal(line!));
  return found;
}

/** What `const permission = 'a:b'` or `const rights = { x: 'a:b' }` of the file holds. */
function constant(code: string, name: string): string[] {
  const text = new RegExp(`const ${name}\\b[^=]*=\\s*([^;]*);`).exec(code)?.[1] ?? '';
  return [...text.matchAll(action)].map((match) => match[1]!);
}

/** What left has left. */
const neverUndone = 'messages:send:undo';

const log = /\b(audit|auditAll|recordChanges|recordUndoable|recordForPerson|recordExport)\b/;

test('every action that is written to the log has a sentence in both languages', () => {
  const actions = new Set<string>();
  for (const path of globSync('**/*.ts', { cwd: sources })) {
    const code = readFileSync(join(sources, path), 'utf8');
    if (path.endsWith('.test.ts') || path === 'http/api/recorded.ts' || !log.test(code)) continue;
    const written = writtenIn(path, code);
    expect(written.unread).toEqual([]);
    for (const one of written.actions) actions.add(one);
  }
  expect([...actions]).toEqual(
    expect.arrayContaining(['people:invite', 'account:sign-in', 'notices:switch:undo', 'customers:change']),
  );
  actions.delete(neverUndone);
  const missing = [...actions].filter((one) => {
    const key = `audit.did.${one.replaceAll(':', '.')}`;
    return !(key in es) || !(key in en);
  });
  expect(missing).toEqual([]);
});

test('no sentence tells of an action that nothing writes', () => {
  const code = globSync('**/*.ts', { cwd: sources })
    .map((path) => readFileSync(join(sources, path), 'utf8'))
    .join('\n');
  const told = Object.keys(es)
    .filter((key) => key.startsWith('audit.did.') && !key.endsWith('.undo'))
    .map((key) => key.slice('audit.did.'.length).replace('.', ':'));
  expect(told.filter((one) => !code.includes(`'${one}'`))).toEqual([]);
});
