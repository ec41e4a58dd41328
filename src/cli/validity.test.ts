import { readFile } from 'node:fs/promises';
import { Readable, Writable } from 'node:stream';
import { expect, test } from 'vitest';
import vectors from '../../test/vectors/validity.json' with { type: 'json' };
import { isFault } from '../kernel/fault.ts';
import type { Language } from '../kernel/locale.ts';
import { validityCommand } from './validity.ts';

interface Ran {
  status: number;
  out: string;
  err: string;
}

/** Runs the command as the terminal does: a Fault becomes `error:`, `hint:` and status 1. */
async function run(args: readonly string[], language: Language = 'en', columns = 80): Promise<Ran> {
  const ran: Ran = { status: 0, out: '', err: '' };
  const into = (key: 'out' | 'err') =>
    new Writable({
      write(chunk, _, done) {
        ran[key] += chunk;
        done();
      },
    });
  const io = {
    stdin: Readable.from([]),
    stdout: Object.assign(into('out'), { columns }),
    stderr: into('err'),
    language,
    signal: new AbortController().signal,
  };
  const noContext = () => Promise.reject(new Error('a calculation needs nothing built'));
  try {
    ran.status = await validityCommand.run(args, io, noContext);
  } catch (error) {
    if (!isFault(error)) throw error;
    ran.err += `error: ${error.message}\n${error.hint ? `hint: ${error.hint}\n` : ''}`;
    ran.status = 1;
  }
  return ran;
}

async function retold(line: string): Promise<string> {
  const words = line.split(' ').slice(3);
  const lang = words.indexOf('--lang');
  const language = lang < 0 ? 'en' : (words.splice(lang, 2)[1] as Language);
  const { status, out, err } = await run(words, language);
  return `${line}\n${out}${err}${status === 0 ? '' : `[status ${status}]\n`}`;
}

test('it answers as the transcript shows', async () => {
  const file = new URL('testdata/validity.txt', import.meta.url).pathname;
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.startsWith('$ vigente '));
  expect(lines.length).toBeGreaterThan(10);
  const told: string[] = [];
  for (const line of lines) told.push(await retold(line));
  await expect(told.join('\n')).toMatchFileSnapshot(file);
});

for (const { name, given, expect: expected } of vectors.cases) {
  test(`as JSON: ${name}`, async () => {
    const { expires, renewOn, term, policy, authority, leadDays } = given as Record<string, string | number>;
    const args = ['--expires', expires, '--renew-on', renewOn, '--term', term, '--json'];
    if (policy !== undefined) args.push('--policy', policy);
    if (authority !== undefined) args.push('--authority', authority);
    if (leadDays !== undefined) args.push('--lead', leadDays);
    const ran = await run(args.map(String));
    const answer = JSON.parse(ran.out);
    if ('firstPossibleDay' in expected) {
      expect(ran.status).toBe(1);
      expect(answer).toMatchObject({
        type: '/problems/too-early',
        firstPossibleDay: expected.firstPossibleDay,
      });
      return;
    }
    const { policy: used, ...plan } = answer;
    expect(ran.status).toBe(0);
    expect(plan).toEqual(expected);
    expect(used).toMatchObject({ name: policy ?? 'guide-2020', source: expect.stringMatching(/\S/) });
  });
}

test('wrong usage is one sentence and status 2, in both languages', async () => {
  const asked = ['--expires', '2027-01-01', '--renew-on', '2026-12-01'];
  const wrong = [
    [],
    ['--expires', '2027-01-01'],
    ['--expires'],
    ['--expires', '2027-02-29', '--renew-on', '2026-12-01'],
    ['--expires', '01/02/2027', '--renew-on', '2026-12-01'],
    [...asked, '--term', '13m'],
    [...asked, '--lead', '-1'],
    [...asked, '--lead', '31'],
    ['--expires', '2018-03-01', '--renew-on', '2018-02-28'],
    [...asked, '--policy', 'generous'],
    [...asked, '--json=yes'],
    [...asked, '--colour'],
    [...asked, 'tomorrow'],
  ];
  for (const args of wrong) {
    for (const language of ['en', 'es'] as const) {
      const { status, out, err } = await run(args, language);
      expect({ args, status, out }).toEqual({ args, status: 2, out: '' });
      expect(err).toMatch(/^error: [^\n]+\nhint: [^\n]+\n$/);
    }
  }
});

test('a timeline fits its terminal, however many certificates it holds', async () => {
  const args = ['--expires', '2027-01-01', '--renew-on', '2026-12-01', '--term', '10y', '--lead', '30'];
  for (const columns of [40, 80, 200]) {
    const { out } = await run(args, 'en', columns);
    const drawn = out.split('\n').filter((line) => /[┌│└▓▲]/.test(line));
    expect(drawn.length).toBeGreaterThanOrEqual(6);
    for (const line of drawn) expect(line.length, line).toBeLessThanOrEqual(columns);
    const boxes = drawn.filter((line) => /[┌└▓]/.test(line) && !line.includes('kept'));
    expect(new Set(boxes.map((line) => line.length)).size).toBe(1);
  }
});
