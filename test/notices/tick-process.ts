import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import { fixedNow } from '../../src/kernel/now.ts';
import { runPass } from '../../src/notices/run-pass.ts';
import { runTick } from '../../src/notices/run-tick.ts';
import type { SendCounts } from '../../src/notices/sending.ts';
import { startWorker } from '../../src/notices/worker.ts';
import { findPartner } from '../../src/partners/partner.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { sendingDeps } from './sending-deps.ts';

/** What a process of its own is to do, and when it is to think that it is. */
export interface TickTask {
  readonly url: string;
  readonly smtpUrl: string;
  readonly slug: string;
  readonly now: string;
  readonly only?: 'plan';
}

export interface TickProcess {
  /** What it submitted; rejects if it failed. Undefined after a kill. */
  readonly done: Promise<SendCounts | undefined>;
  /** At once and without a word; resolves when it is gone. */
  kill(): Promise<void>;
}

/** Its connections carry this name in `pg_stat_activity`. */
export const tickProcessName = 'vigente-tick-process';

/** One pass in a process of its own, which may be killed. */
export function startTickProcess(task: TickTask): TickProcess {
  const child = spawn(process.execPath, [import.meta.filename, JSON.stringify(task)], {
    env: { ...process.env, PGAPPNAME: tickProcessName },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'close');
  return {
    done: answer(child, ended),
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

async function answer(child: ChildProcess, ended: Promise<unknown[]>): Promise<SendCounts | undefined> {
  let [said, complained] = ['', ''];
  child.stdout?.on('data', (text: Buffer) => (said += text));
  child.stderr?.on('data', (text: Buffer) => (complained += text));
  const [code, signal] = await ended;
  if (signal === 'SIGKILL') return undefined;
  if (code !== 0) throw new Error(`the process ended with ${String(code)}: ${complained}`);
  return said === '' ? undefined : (JSON.parse(said) as SendCounts);
}

async function perform({ url, smtpUrl, slug, now, only }: TickTask): Promise<SendCounts | undefined> {
  const db = await openDatabase({ url, migrate: false });
  const deps = sendingDeps({ db, now: fixedNow(Temporal.Instant.from(now)), smtpUrl });
  const worker = await startWorker(db);
  try {
    const partner = await findPartner(db, slug);
    if (only === 'plan') {
      await runPass(deps, partner, { preview: false, goAhead: true });
      return undefined;
    }
    const { id, holdsLease } = worker;
    return (await runTick(deps, partner, { worker: id, holdsLease, goAhead: true })).notices;
  } finally {
    await worker.stop();
    await deps.email.transport.close();
    await db.close();
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const counts = await perform(JSON.parse(process.argv[2]!) as TickTask);
  if (counts) process.stdout.write(JSON.stringify(counts));
}
