import { Fault } from '../../kernel/fault.ts';

export const oldestServerMajor = 15;

/** What is asked of a connection here; `pg`'s Client, PoolClient and Pool all offer it. */
export interface Queryable {
  query(sql: string): Promise<{ rows: { server_version_num?: string; server_version?: string }[] }>;
}

/** Throws `settings` when the server is older than PostgreSQL 15. */
export async function checkServerVersion(client: Queryable): Promise<void> {
  const { rows } = await client.query(
    "select current_setting('server_version_num') as server_version_num, current_setting('server_version') as server_version",
  );
  const number = Number(rows[0]?.server_version_num ?? 0);
  if (number >= oldestServerMajor * 10_000) return;
  throw new Fault(
    'settings',
    `DATABASE_URL leads to PostgreSQL ${rows[0]?.server_version ?? '?'}; Vigente needs ${oldestServerMajor} or newer`,
    { hint: 'upgrade that server, or leave DATABASE_URL unset to use the PostgreSQL that Vigente brings' },
  );
}
