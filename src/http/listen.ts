import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import { Fault } from '../kernel/fault.ts';

export interface ListenOptions {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** Goes on to the next ports when this one is taken. */
  readonly stepOver?: boolean;
}

export interface Listening {
  /** `http://127.0.0.1:4100`, for people. */
  readonly url: string;
  readonly port: number;
  /** Takes nothing new, gives what is under way a moment, then ends it. May be called twice. */
  close(): Promise<void>;
}

const portsTried = 20;
const graceMilliseconds = 3_000;

/** Serves the app. Throws `settings` when no port could be had. */
export async function listen(app: Hono, { host, port, stepOver = false }: ListenOptions): Promise<Listening> {
  const last = stepOver && port !== 0 ? Math.min(port + portsTried - 1, 65_535) : port;
  for (let tried = port; tried <= last; tried++) {
    const server = createAdaptorServer({ fetch: app.fetch });
    const result = await tryPort(server, host, tried);
    if (result === 'listening') return listening(server, host);
    if (result.code !== 'EADDRINUSE') throw cannotListen(`${host}:${tried}`, result);
  }
  const range = last > port ? `ports ${port} to ${last}` : `port ${port}`;
  throw new Fault('settings', `${range} of ${host} ${last > port ? 'are' : 'is'} taken`, {
    hint: 'Set PORT to a free port, or end the program that uses it.',
    code: 'ports-taken',
    params: { host, first: port, last },
  });
}

type Server = ReturnType<typeof createAdaptorServer>;

function tryPort(server: Server, host: string, port: number): Promise<'listening' | NodeJS.ErrnoException> {
  return new Promise((resolve) => {
    server.once('error', resolve);
    server.listen(port, host, () => {
      server.off('error', resolve);
      resolve('listening');
    });
  });
}

function cannotListen(where: string, cause: NodeJS.ErrnoException): Fault {
  return new Fault('settings', `cannot listen on ${where}: ${cause.code ?? 'unknown reason'}`, {
    hint: 'Set HOST to an address of this machine and PORT to a port that this account may use.',
    cause,
    code: 'cannot-listen',
    params: { where, why: cause.code ?? '?' },
  });
}

function listening(server: Server, host: string): Listening {
  const { port } = server.address() as AddressInfo;
  let closed: Promise<void> | undefined;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    port,
    close: () => {
      closed ??= close(server);
      return closed;
    },
  };
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const end = setTimeout(() => {
      if ('closeAllConnections' in server) server.closeAllConnections();
    }, graceMilliseconds);
    server.close(() => {
      clearTimeout(end);
      resolve();
    });
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  });
}
