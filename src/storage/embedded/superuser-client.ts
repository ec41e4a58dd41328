import pg from 'pg';

/** The superuser that initdb makes. Only start-up uses it; everything else is the role `vigente`. */
export const superuser = 'postgres';

/** A connection of the superuser, whatever PGHOST and its siblings say. Not yet connected. */
export function superuserClient(socketFolder: string): pg.Client {
  const client = new pg.Client({
    host: socketFolder,
    port: 5432,
    user: superuser,
    database: 'postgres',
    ssl: false,
    options: '-c client_min_messages=warning',
    connectionTimeoutMillis: 5000,
  });
  // A server that goes away under an idle connection says so by an event nobody waits for.
  client.on('error', () => {});
  return client;
}
