import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../src/storage/database.ts';
import { startPostgres } from '../src/storage/embedded/start-postgres.ts';
import { installedChromium } from './console/browser.ts';
import { npmChromium } from './console/npm-chromium.ts';
import { builtConsole } from './console-build.ts';

declare module 'vitest' {
  interface ProvidedContext {
    databaseServer: string;
    databaseTemplate: string;
  }
}

/**
 * One real PostgreSQL for the whole run: the one named by TEST_DATABASE_URL (a role that may create databases),
 * else the embedded one. Its migrated template is what every test file's own database is cloned from.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const [server] = await Promise.all([testServer(), prepareConsole()]);
  const template = `vigente_template_${process.pid}`;
  await onServer(server.url, `create database ${template}`);
  const db = await openDatabase({ url: databaseUrl(server.url, template) });
  await db.close();
  // Nobody may be in a template that is cloned, the server's own autovacuum included.
  await onServer(server.url, `alter database ${template} with allow_connections false`);
  project.provide('databaseServer', server.url);
  project.provide('databaseTemplate', template);
  return async () => {
    await onServer(server.url, `drop database if exists ${template} with (force)`);
    await server.stop();
  };
}

/**
 * Builds the console and unpacks the browser once, so that no test's time goes into it. What fails here is told by the
 * tests that need it; the others need not care.
 */
async function prepareConsole(): Promise<void> {
  await Promise.allSettled([builtConsole(), installedChromium() === null ? npmChromium() : undefined]);
}

async function testServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, stop: async () => {} };
  const folder = await mkdtemp(join(tmpdir(), 'vigente-test-'));
  const started = await startPostgres(folder, { ephemeral: true });
  return {
    url: started.url,
    stop: async () => {
      await started.release();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

function databaseUrl(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.toString();
}
