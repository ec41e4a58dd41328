import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const repository = fileURLToPath(new URL('..', import.meta.url));

/** Vigente's own Node, and one that is too old if this machine has it: then the work is handed to a child. */
const nodes = [process.execPath, ...olderNodes()];

const main = `
  import { execFileSync } from 'node:child_process';
  const [what, ...args]: string[] = process.argv.slice(2);
  if (what === 'tell') {
    const node = execFileSync('node', ['--version'], { encoding: 'utf8' }).trim();
    console.log(JSON.stringify({ version: process.version, node, cwd: process.cwd(), args }));
  }
  if (what === 'exit') process.exit(Number(args[0]));
  if (what === 'die') { process.kill(process.pid, args[0]); setInterval(() => {}, 1000); }
  if (what === 'wait') {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
      process.on(signal, () => { console.log('heard ' + signal); process.exit(7); });
    setInterval(() => {}, 1000);
    console.log('waiting');
  }
  if (what === 'echo') process.stdin.pipe(process.stdout);
`;

let clone: string;

/** A copy of bin/ with a main.ts of our own, reached through a link as npm makes it. */
beforeAll(() => {
  clone = realpathSync(mkdtempSync(join(tmpdir(), 'launcher-')));
  cpSync(join(repository, 'bin'), join(clone, 'app', 'bin'), { recursive: true });
  mkdirSync(join(clone, 'app', 'src'));
  writeFileSync(join(clone, 'app', 'package.json'), '{"type":"module"}');
  writeFileSync(join(clone, 'app', 'src', 'main.ts'), main);
  symlinkSync(join(repository, 'node_modules'), join(clone, 'app', 'node_modules'));
  mkdirSync(join(clone, 'links'));
  mkdirSync(join(clone, 'elsewhere'));
  symlinkSync('../app/bin/vigente', join(clone, 'links', 'vigente'));
});

afterAll(() => rmSync(clone, { recursive: true }));

function olderNodes(): string[] {
  const onPath = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'node'));
  const candidates = onPath.filter((path) => existsSync(path) && !path.includes('node_modules'));
  const versions = candidates.map(
    (path) => [path, execFileSync(path, ['--version'], { encoding: 'utf8' })] as const,
  );
  const older = versions.find(([, version]) => Number.parseInt(version.slice(1), 10) < 26);
  return older ? [older[0]] : [];
}

interface Run {
  readonly process: ChildProcess;
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null; out: string; err: string }>;
}

function run(node: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): Run {
  const child = spawn(node, [...args], { cwd: join(clone, 'elsewhere'), env });
  const ended = Promise.all([once(child, 'close'), text(child.stdout), text(child.stderr)]);
  return {
    process: child,
    ended: ended.then(([[code, signal], out, err]) => ({ code, signal, out, err })),
  };
}

const vigente = (node: string, ...args: string[]) => run(node, [join(clone, 'links', 'vigente'), ...args]);

describe.each(nodes)('started by %s', (node) => {
  test('the command runs under Node 26, where it was started, with its arguments', async () => {
    const { code, out } = await vigente(node, 'tell', 'two words', '--flag', '').ended;
    expect(code).toBe(0);
    const told = JSON.parse(out);
    expect(told.version).toMatch(/^v26\./);
    expect(told.cwd).toBe(join(clone, 'elsewhere'));
    expect(told.args).toEqual(['two words', '--flag', '']);
  });

  test('exit codes are kept', async () => {
    expect(await vigente(node, 'exit', '0').ended).toMatchObject({ code: 0 });
    expect(await vigente(node, 'exit', '42').ended).toMatchObject({ code: 42 });
  });

  test.each(['SIGTERM', 'SIGKILL', 'SIGINT'])('a death by %s is kept', async (signal) => {
    expect(await vigente(node, 'die', signal).ended).toMatchObject({ code: null, signal });
  });

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s reaches the command', async (signal) => {
    const { process: child, ended } = vigente(node, 'wait');
    await once(child.stdout!, 'readable');
    child.kill(signal);
    expect(await ended).toMatchObject({ code: 7, out: `waiting\nheard ${signal}\n` });
  });

  test('standard input and output are the command’s own', async () => {
    const { process: child, ended } = vigente(node, 'echo');
    child.stdin!.end('ñandú');
    expect(await ended).toMatchObject({ code: 0, out: 'ñandú' });
  });

  test('with-node26 runs any script and puts the same Node first on PATH', async () => {
    const script = join(repository, 'bin', 'with-node26.mjs');
    const { out } = await run(node, [script, '../app/src/main.ts', 'tell', 'x']).ended;
    const told = JSON.parse(out);
    expect(told.node).toBe(told.version);
    expect(told.args).toEqual(['x']);
  });
});

test.runIf(nodes.length > 1)(
  'without a bundled Node it says so in one sentence of the reader’s language',
  async () => {
    const bare = join(clone, 'bare');
    cpSync(join(repository, 'bin'), join(bare, 'bin'), { recursive: true });
    for (const [LANG, words] of [
      ['en_US.UTF-8', 'needs Node 26'],
      ['es_ES.UTF-8', 'necesita Node 26'],
    ] as const) {
      const env = { PATH: dirname(nodes[1]!), LANG };
      const { code, err } = await run(nodes[1]!, [join(bare, 'bin', 'vigente')], env).ended;
      expect(code).toBe(1);
      expect(err).toContain(words);
      expect(err.trim().split('\n').length).toBe(1);
    }
  },
);
