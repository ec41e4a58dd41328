import { superuserClient } from './superuser-client.ts';

const statements = [
  // No superuser: row-level security has to hold here as it does on a server of somebody else's.
  {
    missing: "select from pg_roles where rolname = 'vigente'",
    make: 'create role vigente login createdb createrole',
  },
  {
    missing: "select from pg_database where datname = 'vigente'",
    make: 'create database vigente owner vigente',
  },
] as const;

/** Makes the role and the database `vigente` where they are missing. The caller holds the gate. */
export async function prepareDatabase(socketFolder: string): Promise<void> {
  const client = superuserClient(socketFolder);
  await client.connect();
  try {
    for (const { missing, make } of statements) {
      if ((await client.query(missing)).rowCount === 0) await client.query(make);
    }
  } finally {
    await client.end();
  }
}
