import type { Writable } from 'node:stream';
import pino from 'pino';
import type { LogLevel } from '../settings.ts';

export type ServiceLog = pino.Logger;

/**
 * The log of a running service: one JSON object a line. Callers pass counts, numbers of rows and places in the code;
 * addresses, tokens and keys have no way in, and these names are blanked should one slip through.
 */
export function logTo(stream: Writable, level: LogLevel): ServiceLog {
  const paths = ['address', 'addressKey', 'email', 'to', 'token', 'secret', 'password', 'key'];
  return pino(
    { level, base: null, redact: { paths: [...paths, ...paths.map((path) => `*.${path}`)], censor: '…' } },
    stream,
  );
}
