import { expect, test } from 'vitest';
import { type ServerSettingsInput, serverSettings } from './server-settings.ts';

const gibibyte = 1024 ** 3;
const usual: ServerSettingsInput = {
  socketFolder: '/srv/site/postgres/run',
  logFolder: '/srv/site/postgres/log',
  memoryBytes: 8 * gibibyte,
  sharedMemoryBytes: 4 * gibibyte,
  ephemeral: false,
};

function setting(name: string, input: Partial<ServerSettingsInput> = {}): string | undefined {
  return new RegExp(`^${name} = '(.*)'$`, 'm').exec(serverSettings({ ...usual, ...input }))?.[1];
}

test.each([
  [0.05, '16MB'],
  [0.5, '128MB'],
  [1, '256MB'],
  [2, '512MB'],
  [64, '512MB'],
])('with %s GiB of memory a quarter, at most 512 MB, is for shared buffers: %s', (gib, expected) => {
  expect(setting('shared_buffers', { memoryBytes: gib * gibibyte })).toBe(expected);
});

test('nothing is given up of durability, except for tests', () => {
  for (const name of ['fsync', 'full_page_writes', 'synchronous_commit']) {
    expect(setting(name)).toBe('on');
    expect(setting(name, { ephemeral: true })).toBe('off');
  }
});

test('a small /dev/shm, as containers have it, is not used', () => {
  expect(setting('dynamic_shared_memory_type')).toBe('posix');
  expect(setting('dynamic_shared_memory_type', { sharedMemoryBytes: 64 * 1024 ** 2 })).toBe('sysv');
});

test('quotes, commas and backslashes in folders stay part of the name', () => {
  expect(setting('unix_socket_directories', { socketFolder: `/a,b/it's "c"\\d` })).toBe(
    `"/a,b/it''s ""c""\\\\d"`,
  );
});

test('statements, parameters and values stay out of the log', () => {
  expect(setting('log_statement')).toBe('none');
  expect(setting('log_min_duration_statement')).toBe('-1');
  expect(setting('log_min_error_statement')).toBe('panic');
  expect(setting('log_parameter_max_length')).toBe('0');
  expect(setting('log_parameter_max_length_on_error')).toBe('0');
  expect(setting('log_error_verbosity')).toBe('terse');
});
