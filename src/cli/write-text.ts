import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** Writes and waits until the reader has room again, so that a long answer is never held in memory. */
export async function writeText(to: Writable, text: string): Promise<void> {
  if (!to.write(text) && !to.destroyed) await Promise.race([once(to, 'drain'), once(to, 'close')]);
}
