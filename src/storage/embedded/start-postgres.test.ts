import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { Holder, type HolderOptions } from '../../../test/embedded/holder.ts';
import { runningPid } from './postmaster.ts';
import { folderIn } from './server-folder.ts';
import { removePostgres, startPostgres } from './start-postgres.ts';

const asRoot = process.getuid?.() === 0;
const nobody = 65_534;

vi.setConfig({ testTimeout: 180_000 });

let pristine: string;
let parent: string;
let folder: string;
const holders: Holder[] = [];
const others: ChildProcess[] = [];

/** A folder that a server was once started in, to be copied: making a database takes a second each time. */
beforeAll(async () => {
  pristine = mkdtempSync(join(tmpdir(), 'vigente-pristine-'));
  chmodSync(pristine, 0o755);
  await (await startPostgres(pristine)).release();
});

afterAll(() => rmSync(pristine, { recursive: true, force: true }));

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'vigente-embedded-'));
  chmodSync(parent, 0o755);
  folder = join(parent, 'site');
});

/** The test goes on in a folder that has a database already. */
function settle(): void {
  execFileSync('cp', ['-a', pristine, folder]);
}

afterEach(async () => {
  for (const holder of holders.splice(0)) {
    if (holder.process.exitCode === null && holder.process.signalCode === null) await holder.kill();
  }
  for (const other of others.splice(0)) other.kill('SIGKILL');
  if (existsSync(folder)) await removePostgres(folder);
  rmSync(parent, { recursive: true, force: true });
});

function hold(options?: HolderOptions): Holder {
  const holder = new Holder(folder, options);
  holders.push(holder);
  return holder;
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(url);
  // Some of these servers are killed under their clients.
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const cluster = () => folderIn(join(folder, 'postgres')).cluster;
const serverPid = () => runningPid(cluster());

describe('one process', () => {
  test('a first start makes a durable UTF-8 database, a second one finds what was written', async () => {
    const first = await startPostgres(folder);
    await query(first.url, "create table kept as select 'ñandú €'::text as word");
    const [shown] = await query(
      first.url,
      `select current_setting('fsync') as fsync, current_setting('server_version_num')::int / 10000 as major,
         pg_encoding_to_char(encoding) as encoding, datlocale, upper('ñ') as upper,
         (select usesuper from pg_user where usename = current_user) as superuser,
         current_setting('listen_addresses') as listens, current_setting('TimeZone') as zone
       from pg_database where datname = current_database()`,
    );
    expect(shown).toEqual({
      fsync: 'on',
      major: 18,
      encoding: 'UTF8',
      datlocale: 'C.UTF-8',
      upper: 'Ñ',
      superuser: false,
      listens: '',
      zone: 'UTC',
    });
    await first.release();
    expect(serverPid()).toBeNull();

    const second = await startPostgres(folder);
    expect(second.url).toBe(first.url);
    expect(await query(second.url, 'select word from kept')).toEqual([{ word: 'ñandú €' }]);
    await second.release();
    await second.release();
    expect(serverPid()).toBeNull();
  });

  test('it may start the same folder twice, and only its last release stops the server', async () => {
    const [one, two] = await Promise.all([startPostgres(folder), startPostgres(folder)]);
    await one.release();
    expect(await query(two.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await two.release();
    expect(serverPid()).toBeNull();
  });

  test('the role may make databases from a template, trusted extensions and further roles', async () => {
    settle();
    const server = await startPostgres(folder);
    await query(server.url, 'create extension pg_trgm');
    await query(server.url, 'create extension unaccent');
    await query(server.url, 'create role something_scoped nologin');
    await query(server.url, 'create database copy template vigente');
    await server.release();
  });

  test('the log holds nothing that somebody typed', async () => {
    settle();
    const server = await startPostgres(folder);
    await query(server.url, 'create table contact (address text unique)');
    await query(server.url, "insert into contact values ('ana@example.com')");
    const again = query(server.url, "insert into contact values ('ana@example.com')");
    await expect(again).rejects.toThrow(/duplicate/);
    await expect(query(server.url, "select 'ana@example.com'::int")).rejects.toThrow(/invalid input/);
    await server.release();
    const log = join(folder, 'postgres', 'log');
    const said = readdirSync(log).map((name) => readFileSync(join(log, name), 'utf8'));
    expect(said.join('')).toContain('ready to accept connections');
    expect(said.join('')).not.toContain('example.com');
  });

  test('a folder whose path is too long for a socket works through a short one', async () => {
    folder = join(parent, 'x'.repeat(120));
    settle();
    const server = await startPostgres(folder);
    const socket = new URL(server.url).searchParams.get('host')!;
    expect(socket).toMatch(/^\/tmp\/vigente-[0-9a-f]{16}$/);
    expect(statSync(socket).mode & 0o777).toBe(0o700);
    expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await server.release();
    await removePostgres(folder);
    expect(existsSync(socket)).toBe(false);
  });

  test('a folder with a difficult name works', async () => {
    folder = join(parent, `it's "mine", ñandú`);
    settle();
    const server = await startPostgres(folder);
    expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await server.release();
  });

  test('a database of another major version is left alone', async () => {
    settle();
    writeFileSync(join(cluster(), 'PG_VERSION'), '17\n');
    await expect(startPostgres(folder)).rejects.toThrow(
      /made by PostgreSQL 17, this Vigente brings PostgreSQL 18/,
    );
  });

  test('an interrupted making of the database is begun anew', async () => {
    mkdirSync(join(folder, 'postgres', 'cluster-draft', 'base'), { recursive: true });
    await (await startPostgres(folder)).release();
  });

  test('a server that cannot start says why', async () => {
    settle();
    rmSync(join(cluster(), 'global', 'pg_control'));
    const failure = await startPostgres(folder).catch((error) => error);
    expect(failure.message).toMatch(/did not start/);
    expect(failure.hint).toMatch(/pg_control|database system/);
  });

  test('removing a database in use is refused', async () => {
    settle();
    const server = await startPostgres(folder);
    await expect(removePostgres(folder)).rejects.toThrow(/in use/);
    await server.release();
    await removePostgres(folder);
    expect(existsSync(join(folder, 'postgres'))).toBe(false);
  });
});

describe('a process that was killed', () => {
  test('leaves a server that the next one adopts, with all that was written, and stops', async () => {
    settle();
    const killed = hold();
    await killed.ready();
    await killed.query('create table kept as select 42 as answer');
    const pid = serverPid();
    await killed.kill();
    expect(serverPid()).toBe(pid);

    const next = await startPostgres(folder);
    expect(serverPid()).toBe(pid);
    expect(await query(next.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
    await next.release();
    expect(serverPid()).toBeNull();
  });

  test('by Ctrl-C does not take the server with it', async () => {
    settle();
    const interrupted = hold();
    await interrupted.ready();
    const other = await startPostgres(folder);
    await interrupted.kill('SIGINT');
    expect(await query(other.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await other.release();
  });

  test('while it was starting the server does no harm', async () => {
    for (const delay of [150, 400, 700, 900, 1100]) {
      const killed = hold();
      await new Promise((resolve) => setTimeout(resolve, delay));
      await killed.kill();
    }
    const next = await startPostgres(folder);
    expect(await query(next.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await next.release();
  });
});

describe('a server that was killed', () => {
  test('is started again and has lost nothing that was committed', async () => {
    settle();
    const first = await startPostgres(folder);
    await query(first.url, 'create table kept as select generate_series(1, 1000) as n');
    process.kill(serverPid()!, 'SIGKILL');
    const second = await startPostgres(folder);
    expect(await query(second.url, 'select count(*)::int as n from kept')).toEqual([{ n: 1000 }]);
    await first.release();
    await second.release();
    expect(serverPid()).toBeNull();
  });

  test('is started again even while a backend of it is still busy', async () => {
    settle();
    const first = await startPostgres(folder);
    const busy = query(first.url, 'select sum(n) from generate_series(1, 20000000) n').catch(() => 'gone');
    await new Promise((resolve) => setTimeout(resolve, 300));
    process.kill(serverPid()!, 'SIGKILL');
    const second = await startPostgres(folder);
    expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await busy;
    await first.release();
    await second.release();
  });

  test('whose number now belongs to another process is not mistaken for it', async () => {
    settle();
    const first = await startPostgres(folder);
    const record = readFileSync(join(cluster(), 'postmaster.pid'), 'utf8');
    await first.release();
    const owner = statSync(cluster()).uid;
    const stranger = spawn('sleep', ['600'], asRoot ? { uid: owner } : {});
    others.push(stranger);
    writeFileSync(join(cluster(), 'postmaster.pid'), record.replace(/^\d+/, String(stranger.pid)));
    writeFileSync(join(folder, 'postgres', 'run', '.s.PGSQL.5432.lock'), `${stranger.pid}\n`);

    const second = await startPostgres(folder);
    expect(serverPid()).not.toBe(stranger.pid);
    await second.release();
    expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
  });

  test('together with the machine may leave an empty record', async () => {
    settle();
    writeFileSync(join(cluster(), 'postmaster.pid'), '');
    await (await startPostgres(folder)).release();
  });

  test('is restarted when its socket was cleaned away under it', async () => {
    settle();
    const first = await startPostgres(folder);
    rmSync(join(folder, 'postgres', 'run', '.s.PGSQL.5432'));
    const second = await startPostgres(folder);
    expect(await query(first.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await first.release();
    await second.release();
  });
});

describe('several processes', () => {
  test('that start at once share one server; the last to leave stops it', async () => {
    const three = [hold(), hold(), hold()];
    const urls = await Promise.all(three.map((holder) => holder.ready()));
    expect(new Set(urls).size).toBe(1);
    const pids = await Promise.all(
      three.map((holder) => holder.query('select pg_postmaster_start_time()::text as at')),
    );
    expect(new Set(pids.map((rows) => rows[0]!.at)).size).toBe(1);
    await three[0]!.leave();
    await three[1]!.leave();
    expect(await three[2]!.query('select 1 as one')).toEqual([{ one: 1 }]);
    await three[2]!.leave();
    expect(serverPid()).toBeNull();
  });

  test('that come and go all the time never find the server gone', async () => {
    settle();
    const visits = Array.from({ length: 8 }, async (_, visitor) => {
      for (let visit = 0; visit < 4; visit++) {
        const server = await startPostgres(folder);
        expect(await query(server.url, `select ${visitor} as me`)).toEqual([{ me: visitor }]);
        await new Promise((resolve) => setTimeout(resolve, (visitor * 37 + visit * 53) % 120));
        expect(await query(server.url, `select ${visit} as visit`)).toEqual([{ visit }]);
        await server.release();
      }
    });
    await Promise.all(visits);
    expect(serverPid()).toBeNull();
  });

  test('that end badly are not counted: the last one alive stops the server', async () => {
    settle();
    const [good, bad] = [hold(), hold()];
    await Promise.all([good.ready(), bad.ready()]);
    await bad.kill();
    await good.leave();
    expect(serverPid()).toBeNull();
  });
});

describe('whatever the environment says', () => {
  test.each([
    { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
    { LANG: 'C' },
    { LANG: 'es_ES.ISO-8859-1', LC_CTYPE: 'latin1' },
    { PGDATA: '/nowhere', PGPORT: '1', PGHOST: '/nowhere', PGSSLMODE: 'require', TZ: 'Asia/Tokyo' },
    {},
  ])('the server is the same under %o', async (env) => {
    const holder = hold({ env: { PATH: process.env.PATH!, ...env } });
    await holder.ready();
    const sql = `select pg_encoding_to_char(encoding) as e, datcollate as c, current_setting('lc_messages') as m, upper('ıi') as u from pg_database where datname = 'vigente'`;
    expect(await holder.query(sql)).toEqual([{ e: 'UTF8', c: 'C', m: 'C', u: 'II' }]);
    await holder.leave();
  });
});

describe.runIf(asRoot)('as root', () => {
  test('the server runs as an unprivileged user who owns only its own folder', async () => {
    settle();
    const server = await startPostgres(folder);
    const owner = statSync(join(folder, 'postgres'));
    expect(owner.uid).not.toBe(0);
    expect(owner.mode & 0o777).toBe(0o700);
    expect(statSync(folder).uid).toBe(0);
    expect(statSync(`/proc/${serverPid()}`).uid).toBe(owner.uid);
    await server.release();
  });

  test('a folder that is closed to that user keeps a link, and the database lies elsewhere', async () => {
    chmodSync(parent, 0o700);
    const notices: string[] = [];
    const server = await startPostgres(folder, { notice: (sentence) => notices.push(sentence) });
    const place = readlinkSync(join(folder, 'postgres'));
    expect(notices).toEqual([expect.stringContaining(place)]);
    await query(server.url, 'create table kept as select 1 as one');
    await server.release();
    const again = await startPostgres(folder, { notice: (sentence) => notices.push(sentence) });
    expect(await query(again.url, 'select one from kept')).toEqual([{ one: 1 }]);
    await again.release();
    expect(notices.length).toBe(1);
    await removePostgres(folder);
    expect(existsSync(place)).toBe(false);
  });

  test('the folder of an ordinary user stays theirs, before and after', async () => {
    mkdirSync(folder);
    chownSync(folder, nobody, nobody);
    await (await startPostgres(folder)).release();
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).uid).toBe(nobody);
    const owner = hold({ uid: nobody });
    await owner.ready();
    const root = await startPostgres(folder);
    await owner.leave();
    expect(await query(root.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await root.release();
    expect(serverPid()).toBeNull();
  });

  test('an ordinary user starts a server of their own', async () => {
    mkdirSync(folder);
    chownSync(folder, nobody, nobody);
    const holder = hold({ uid: nobody, env: { PATH: process.env.PATH! } });
    await holder.ready();
    expect(statSync(`/proc/${serverPid()}`).uid).toBe(nobody);
    await holder.leave();
    expect(serverPid()).toBeNull();
  });

  test("an ordinary user is told that root's folder is not theirs", async () => {
    settle();
    await expect(hold({ uid: nobody }).ready()).rejects.toThrow(/site/);
  });
});

describe('for tests', () => {
  test('a server of one’s own goes away with all its files', async () => {
    const server = await startPostgres(parent, { ephemeral: true });
    expect(await query(server.url, "select current_setting('fsync') as fsync")).toEqual([{ fsync: 'off' }]);
    expect(readdirSync(parent).length).toBe(1);
    await server.release();
    expect(readdirSync(parent)).toEqual([]);
  });

  test('what a killed run left is stopped and removed by the next', async () => {
    folder = join(parent, 'vigente-test-killed');
    const killed = hold();
    await killed.ready();
    const pid = serverPid()!;
    await killed.kill();
    const other = await startPostgres(parent, { ephemeral: true });
    expect(existsSync(folder)).toBe(false);
    expect(existsSync(`/proc/${pid}/cwd`)).toBe(false);
    await other.release();
  });
});
