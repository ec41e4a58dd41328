import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { IntlMessageFormat } from 'intl-messageformat';
import { expect, test } from 'vitest';
import { Fault } from '../../kernel/fault.ts';
import { faultText } from '../../kernel/fault-text.ts';
import { type FaultCode, spanishFaults } from '../../kernel/fault-words.ts';
import { expected } from './issue-text.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** What a colleague's request may run into. Files are read in the reader's own language, faults included. */
const reached = ['access', 'http/api', 'inventory', 'notices', 'partners', 'renewals', 'kernel'];
const speaksItself = /^inventory\/reading\//;

interface Thrown {
  readonly place: string;
  readonly call: string;
  readonly code: string | undefined;
}

function thrownFaults(rooms: readonly string[]): Thrown[] {
  return rooms.flatMap((room) =>
    globSync(`${room}/**/*.ts`, { cwd: join(root, 'src') })
      .filter((path) => !path.endsWith('.test.ts') && !speaksItself.test(path))
      .flatMap((path) => faultsIn(path, readFileSync(join(root, 'src', path), 'utf8'))),
  );
}

function faultsIn(path: string, source: string): Thrown[] {
  return [...source.matchAll(/new Fault\(/g)].map(({ index }) => {
    const call = callAt(source, index + 'new Fault'.length);
    const line = source.slice(0, index).split('\n').length;
    return { place: `${path}:${line}`, call, code: /\bcode: ['`]([a-z-]+)/.exec(call)?.[1] };
  });
}

/** Up to the parenthesis that closes the one at `from`; those inside words are few and come in pairs. */
function callAt(source: string, from: number): string {
  let depth = 0;
  for (let at = from; at < source.length; at += 1) {
    if (source[at] === '(') depth += 1;
    if (source[at] === ')') depth -= 1;
    if (depth === 0) return source.slice(from, at + 1);
  }
  return source.slice(from);
}

const forOperators = /^\(\s*'(internal|settings)'/;
/** The fault of another, in another place. */
const passesOn = /error\.kind/;

test('every fault that a request can run into has a code, and so Spanish words', () => {
  const without = thrownFaults(reached)
    .filter(({ call, code }) => code === undefined && !forOperators.test(call) && !passesOn.test(call))
    .map(({ place, call }) => `${place} ${call.slice(0, 100).replace(/\s+/g, ' ')}`);
  expect(without, 'give it `code` (and `params`), and words in src/kernel/fault-words.ts').toEqual([]);
});

test('a fault brings every value that its Spanish sentence names', () => {
  const lacking = thrownFaults(reached).flatMap(({ place, call, code }) => {
    const said = spanishFaults[code as FaultCode] as { text: string; hint?: string } | undefined;
    if (!said) return [];
    const params = /params(?:: \{([^}]*)\}|: \w+|\b)/.exec(call);
    if (params && params[1] === undefined) return [];
    const given = params?.[1] ?? '';
    const named = valuesOf(`${said.text} ${said.hint ?? ''}`);
    return named
      .filter((name) => !new RegExp(`\\b${name}\\b`).test(given))
      .map((name) => `${place} ${code}: ${name}`);
  });
  expect(lacking).toEqual([]);
});

test.each(Object.entries(spanishFaults))(
  'the words of %s can be said',
  (code, words: { text: string; hint?: string }) => {
    const params = Object.fromEntries(valuesOf(`${words.text} ${words.hint ?? ''}`).map((name) => [name, 7]));
    const said = faultText(new Fault('invalid', 'in English', { code: code as FaultCode, params }), 'es');
    expect(`${said.text} ${said.hint ?? ''}`).not.toMatch(/[{}]|plural/);
  },
);

test('what a schema expects in words of its own is said in Spanish too', () => {
  const own = globSync('contract/*.ts', { cwd: root }).flatMap((path) =>
    [...readFileSync(join(root, path), 'utf8').matchAll(/\.regex\(\s*\/.*\/u?,\s*'([^']+)'/g)].map(
      (match) => match[1]!,
    ),
  );
  expect(own.length).toBeGreaterThan(1);
  expect(own.filter((words) => !(words in expected))).toEqual([]);
});

function valuesOf(text: string): string[] {
  const parts = new IntlMessageFormat(text, 'es', undefined, { ignoreTag: true }).getAst();
  return [...new Set(parts.flatMap((part) => ('value' in part && part.type !== 0 ? [part.value] : [])))];
}
