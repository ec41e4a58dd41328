import { createInterface } from 'node:readline/promises';
import type { CommandIo } from './command.ts';

/** Nobody answers for so long: the question is withdrawn. Whoever waits for an answer may hold a lock. */
const patienceMillis = 10 * 60_000;

/** Asks on the terminal; '' when nobody answers, the input ends or the command is interrupted. */
export async function ask(io: CommandIo, question: string): Promise<string> {
  const lines = createInterface({ input: io.stdin, output: io.stdout });
  const ended = new AbortController();
  lines.once('close', () => ended.abort());
  try {
    const signal = AbortSignal.any([io.signal, ended.signal, AbortSignal.timeout(patienceMillis)]);
    return (await lines.question(question, { signal })).trim();
  } catch {
    return '';
  } finally {
    lines.close();
  }
}
