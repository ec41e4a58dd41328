import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keptSecret } from './kept-secret.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kept-secret-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a secret is made once, is long, and only its owner can read it', () => {
  const first = keptSecret(join(folder, 'new'));
  expect(first.length).toBeGreaterThanOrEqual(32);
  expect(keptSecret(join(folder, 'new'))).toBe(first);
  expect(statSync(join(folder, 'new', 'secret')).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(folder, 'new'))).toEqual(['secret']);
});

test('two folders have two secrets', () => {
  expect(keptSecret(join(folder, 'a'))).not.toBe(keptSecret(join(folder, 'b')));
});

test('a damaged secret is not silently replaced, and its rest is not shown', () => {
  writeFileSync(join(folder, 'secret'), 'half-a-sec');
  expect(() => keptSecret(folder)).toThrow(/holds 10 characters/);
  expect(() => keptSecret(folder)).not.toThrow(/half-a/);
});
