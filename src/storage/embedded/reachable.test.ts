import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isReachable } from './reachable.ts';

const stranger = { uid: 64_999, gid: 64_999, name: 'stranger' };
const self = { uid: process.getuid!(), gid: process.getgid!(), name: 'self' };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'reachable-'));
  mkdirSync(join(folder, 'inner'), { mode: 0o755 });
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a closed folder above keeps a stranger out, its owner not', () => {
  expect(isReachable(join(folder, 'inner'), stranger)).toBe(false);
  expect(isReachable(join(folder, 'inner'), self)).toBe(true);
});

test('passing through is enough, reading is not asked for', () => {
  chmodSync(folder, 0o711);
  expect(isReachable(join(folder, 'inner'), stranger)).toBe(true);
});

test('what does not exist yet is reached if what is above it is', () => {
  expect(isReachable(join(folder, 'inner', 'new', 'er'), stranger)).toBe(false);
  chmodSync(folder, 0o755);
  expect(isReachable(join(folder, 'inner', 'new', 'er'), stranger)).toBe(true);
});

test('this process reaches what it reaches', () => {
  expect(isReachable(folder, null)).toBe(true);
});
