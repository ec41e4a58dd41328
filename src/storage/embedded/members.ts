import { join } from 'node:path';
import { Fault } from '../../kernel/fault.ts';
import { type Held, holdAlone, tryHoldAlone, tryHoldTogether } from './folder-lock.ts';

/** Longer than a server's recovery may take while somebody holds the gate. */
const gateTimeoutMs = 11 * 60_000;

export function gateOf(folder: string): string {
  return join(folder, 'postgres.gate');
}

export function membersOf(folder: string): string {
  return join(folder, 'postgres.members');
}

/** Runs `work` while nobody else on this folder may start or stop the server. */
export async function behindGate<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const gate = await holdAlone(gateOf(folder), gateTimeoutMs);
  try {
    return await work();
  } finally {
    gate.release();
  }
}

/** Counts this process among the server's users until released or dead. Call it behind the gate. */
export function becomeMember(folder: string): Held {
  const membership = tryHoldTogether(membersOf(folder));
  if (membership) return membership;
  throw new Fault('unavailable', `${membersOf(folder)} is locked by another program`);
}

/** True when nobody uses the server. Call it behind the gate: nobody can arrive before it is given back. */
export function isDeserted(folder: string): boolean {
  const alone = tryHoldAlone(membersOf(folder));
  alone?.release();
  return alone !== null;
}

/** Runs `work` behind the gate if nobody uses the server nor is about to; answers whether it did. */
export async function ifUnused(folder: string, work: () => Promise<void>): Promise<boolean> {
  const gate = tryHoldAlone(gateOf(folder));
  if (!gate) return false;
  try {
    if (!isDeserted(folder)) return false;
    await work();
    return true;
  } finally {
    gate.release();
  }
}
