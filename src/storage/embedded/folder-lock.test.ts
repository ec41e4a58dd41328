import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { holdAlone, tryHoldAlone, tryHoldTogether } from './folder-lock.ts';

let folder: string;
let lock: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'folder-lock-'));
  lock = join(folder, 'lock');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('many hold it together, and then nobody alone', () => {
  const together = [tryHoldTogether(lock)!, tryHoldTogether(lock)!, tryHoldTogether(lock)!];
  expect(tryHoldAlone(lock)).toBeNull();
  for (const held of together) held.release();
  const alone = tryHoldAlone(lock);
  expect(alone).not.toBeNull();
  expect(tryHoldTogether(lock)).toBeNull();
  expect(tryHoldAlone(lock)).toBeNull();
  alone!.release();
  tryHoldTogether(lock)!.release();
});

test('who waits gets it when it is free', async () => {
  const first = await holdAlone(lock, 1000);
  const second = holdAlone(lock, 10_000);
  first.release();
  (await second).release();
});

test('who waits too long is told which file', async () => {
  const held = await holdAlone(lock, 1000);
  await expect(holdAlone(lock, 50)).rejects.toThrow(lock);
  held.release();
});

test('a file that cannot be made is a fault that names it', () => {
  expect(() => tryHoldAlone(join(folder, 'missing', 'lock'))).toThrow(/cannot create .*missing\/lock/);
});
