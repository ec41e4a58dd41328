import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('./hold-postgres.ts', import.meta.url));

export interface HolderOptions {
  readonly uid?: number;
  readonly env?: Readonly<Record<string, string>>;
}

/** Another process that uses the server in `folder`; see hold-postgres.ts. */
export class Holder {
  readonly process: ChildProcess;
  readonly notices: string[] = [];
  readonly #answers: AsyncIterator<string>;

  constructor(folder: string, { uid, env }: HolderOptions = {}) {
    this.process = spawn(process.execPath, [script, folder], {
      detached: true,
      stdio: ['pipe', 'pipe', 'inherit'],
      env: env ?? process.env,
      ...(uid === undefined ? {} : { uid, gid: uid }),
    });
    this.#answers = createInterface({ input: this.process.stdout! })[Symbol.asyncIterator]();
  }

  /** The server's URL once it answers. Throws what the process complained about. */
  async ready(): Promise<string> {
    for (;;) {
      const { notice, url } = await this.#next();
      if (url) return url;
      if (notice) this.notices.push(notice);
    }
  }

  async query(sql: string): Promise<Record<string, unknown>[]> {
    this.process.stdin!.write(`${sql}\n`);
    return (await this.#next()).rows ?? [];
  }

  /** Leaves as a process should. */
  async leave(): Promise<void> {
    this.process.stdin!.end();
    if (this.process.exitCode === null) await once(this.process, 'exit');
  }

  /** Dies with all that a terminal would take down with it. */
  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    process.kill(-this.process.pid!, signal);
    await once(this.process, 'exit');
  }

  async #next(): Promise<{ notice?: string; url?: string; rows?: Record<string, unknown>[] }> {
    const { value, done } = await this.#answers.next();
    if (done) throw new Error('the process ended without an answer');
    const answer = JSON.parse(value);
    if (answer.fault) throw new Error(`${answer.fault} (${answer.hint})`);
    return answer;
  }
}
