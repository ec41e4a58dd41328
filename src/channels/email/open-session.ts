import { isIP, type Socket } from 'node:net';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { ServerFailure, ServerStep } from '../channel.ts';
import { connectFailure } from './connect-failure.ts';
import type { ServerLimits } from './server-limits.ts';
import { readServerLimits } from './server-limits.ts';
import type { SmtpTimeouts } from './smtp-timeouts.ts';
import type { SmtpSettings } from './smtp-url.ts';

/** A connection that is greeted, secured and signed in, with nothing said about any message yet. */
export interface OpenedSession {
  readonly kind: 'opened';
  readonly socket: Socket;
  readonly limits: ServerLimits;
  readonly secured: boolean;
}

/** Why there is no connection. Trying again later is safe: no message was mentioned. */
export interface FailedSession {
  readonly kind: 'failed';
  readonly code?: number;
  readonly response: string;
  readonly why: ServerFailure;
  readonly step: ServerStep;
}

/**
 * Connects, greets, secures and signs in, by nodemailer, and takes the socket over afterwards. Never rejects.
 */
export async function openSession(
  settings: SmtpSettings,
  timeouts: SmtpTimeouts,
  signal?: AbortSignal,
): Promise<OpenedSession | FailedSession> {
  const { addressOf } = settings;
  if (!addressOf) return greet(settings, { timeouts, signal });
  try {
    return await greet(settings, { timeouts, signal, address: await addressOf() });
  } catch (error) {
    return failureOf(error, settings);
  }
}

interface Greeting {
  readonly timeouts: SmtpTimeouts;
  readonly signal: AbortSignal | undefined;
  readonly address?: string;
}

function greet(
  settings: SmtpSettings,
  { timeouts, signal, address }: Greeting,
): Promise<OpenedSession | FailedSession> {
  const connection = new SMTPConnection(connectionOptions(settings, timeouts, address));
  return new Promise((resolve) => {
    const settle = (outcome: OpenedSession | FailedSession) => {
      signal?.removeEventListener('abort', stop);
      resolve(outcome);
    };
    const fail = (error: unknown) => {
      settle(failureOf(error, settings));
      connection.close();
    };
    const stop = () => fail(new Error('the transport is being closed'));
    const finish = (ehlo: string) => settle(takeOver(connection, ehlo));
    signal?.addEventListener('abort', stop);
    connection.on('error', fail);
    connection.once('end', () => fail(new Error('the connection was closed during the greeting')));
    connection.connect((error) => {
      if (error) return fail(error);
      const ehlo = String(connection.lastServerResponse);
      if (!settings.login) return finish(ehlo);
      const { user, password } = settings.login;
      connection.login({ credentials: { user, pass: password } }, (refused) => {
        // Refused where it was never offered: the connection is the wrong one, not the password.
        if (refused)
          fail(/^250[ -]AUTH[ =]/im.test(ehlo) ? refused : Object.assign(refused, { unoffered: true }));
        else finish(ehlo);
      });
    });
  });
}

function connectionOptions(settings: SmtpSettings, timeouts: SmtpTimeouts, address?: string) {
  return {
    host: address ?? settings.host,
    ...(address !== undefined && isIP(settings.host) === 0 ? { servername: settings.host } : {}),
    port: settings.port,
    secure: settings.tls === 'implicit',
    requireTLS: settings.tls === 'required',
    ignoreTLS: settings.tls === 'off',
    opportunisticTLS: settings.tls === 'opportunistic',
    tls: { rejectUnauthorized: settings.verifyCertificate },
    connectionTimeout: timeouts.connect,
    greetingTimeout: timeouts.connect,
    dnsTimeout: Math.min(timeouts.connect, 30_000),
    socketTimeout: timeouts.connect,
    logger: false as const,
    ...(settings.name === undefined ? {} : { name: settings.name }),
  };
}

const listeners = ['data', 'timeout', 'close', 'end', 'error'] as const;

/** nodemailer's own listeners go, by name, so that those of the socket itself stay. */
function takeOver(connection: SMTPConnection, ehlo: string): OpenedSession | FailedSession {
  const socket = connection._socket as Socket | false | null;
  if (!socket || socket.destroyed)
    return {
      ...{ kind: 'failed', response: 'the connection was closed after signing in' },
      ...{ why: 'lost', step: 'sign-in' },
    };
  const own = connection as unknown as Record<string, (...args: unknown[]) => void>;
  for (const event of listeners) {
    const listener = own[`_onSocket${event[0]!.toUpperCase()}${event.slice(1)}`];
    if (listener) socket.removeListener(event, listener);
  }
  socket.setTimeout(0);
  return { kind: 'opened', socket, limits: readServerLimits(ehlo), secured: Boolean(connection.secure) };
}

function failureOf(error: unknown, settings: SmtpSettings): FailedSession {
  const { responseCode, response, message } = error as {
    responseCode?: number;
    response?: unknown;
    message?: string;
  };
  const said = typeof response === 'string' && response !== '' ? response : undefined;
  return {
    kind: 'failed',
    ...(typeof responseCode === 'number' && said ? { code: responseCode } : {}),
    response: (said ?? message ?? 'no connection').replace(/[\x00-\x09\x0b-\x1f\x7f]/g, ' '),
    ...connectFailure(error, settings),
  };
}
