import { createServer } from 'node:net';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { Fault } from '../kernel/fault.ts';
import { listen } from './listen.ts';

const app = new Hono().get('/', (c) => c.text('here'));
const host = '127.0.0.1';

async function takenPort() {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const { port } = server.address() as { port: number };
  return { port, free: () => new Promise<void>((resolve) => server.close(() => resolve())) };
}

test('serves, says where, and closes even while a connection is kept open', async () => {
  const server = await listen(app, { host, port: 0 });
  expect(server.url).toBe(`http://127.0.0.1:${server.port}`);
  expect(await (await fetch(server.url)).text()).toBe('here');
  await server.close();
  await server.close();
  await expect(fetch(server.url)).rejects.toThrow();
});

test('steps over a port that is taken and says which one it has', async () => {
  const taken = await takenPort();
  const server = await listen(app, { host, port: taken.port, stepOver: true });
  try {
    expect(server.port).toBeGreaterThan(taken.port);
    expect(await (await fetch(server.url)).text()).toBe('here');
  } finally {
    await server.close();
    await taken.free();
  }
});

test('without stepping over, a taken port is a clear sentence about the setting', async () => {
  const taken = await takenPort();
  try {
    const error = await listen(app, { host, port: taken.port }).catch((fault: unknown) => fault);
    expect(error).toBeInstanceOf(Fault);
    expect((error as Fault).kind).toBe('settings');
    expect((error as Fault).message).toBe(`port ${taken.port} of 127.0.0.1 is taken`);
  } finally {
    await taken.free();
  }
});

test('an address that is not this machine’s is a clear sentence too', async () => {
  await expect(listen(app, { host: '192.0.2.1', port: 0 })).rejects.toMatchObject({ kind: 'settings' });
});
