import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { sql } from 'kysely';
import copyStreams from 'pg-copy-streams';
import { partnerLock } from '../kernel/partner-lock.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import { copyLine } from './copy-line.ts';
import { type StagedColumn, type StagedRow, stagedColumns } from './staged-row.ts';

const columns = Object.keys(stagedColumns) as StagedColumn[];

/**
 * Makes the import the only one of this partner until the transaction ends; `onWait` is called once when another
 * one is running.
 */
export async function lockImports(tx: PartnerTransaction, onWait: () => void): Promise<void> {
  const { rows } = await sql<{ free: boolean }>`
    select pg_try_advisory_xact_lock(${partnerLock}::integer, ${tx.partner}::integer) as free`.execute(tx.db);
  if (rows[0]?.free) return;
  onWait();
  await sql`select pg_advisory_xact_lock(${partnerLock}::integer, ${tx.partner}::integer)`.execute(tx.db);
}

/** Settings of this transaction only: big joins in memory, and no time spent on compiling queries that run once. */
export async function prepareForBulk(tx: PartnerTransaction): Promise<void> {
  await sql`set local work_mem = '128MB'`.execute(tx.db);
  await sql`set local jit = off`.execute(tx.db);
}

/** The table that a file is copied into; it lives as long as the transaction. Numbers for new orders are drawn here. */
export async function createStaged(tx: PartnerTransaction): Promise<void> {
  const sequences = await sql<{ orders: string; certificates: string }>`
    select pg_get_serial_sequence('orders', 'id') as orders,
      pg_get_serial_sequence('certificate', 'id') as certificates`.execute(tx.db);
  const { orders, certificates } = sequences.rows[0]!;
  const typed = columns.map((column) => `${column} ${stagedColumns[column]}`).join(', ');
  await sql`create temporary table staged (
      order_id bigint not null default nextval(${sql.lit(orders)}::regclass),
      certificate_id bigint not null default nextval(${sql.lit(certificates)}::regclass),
      ${sql.raw(typed)}) on commit drop`.execute(tx.db);
}

/** Copies rows into `staged` as they come; no more than a few batches are in memory at a time. */
export async function copyStaged(
  tx: PartnerTransaction,
  batches: AsyncIterable<readonly StagedRow[]>,
): Promise<void> {
  const into = tx.client.query(copyStreams.from(`copy pg_temp.staged (${columns.join(', ')}) from stdin`));
  // Listening from the start, so that a refusal by the server while we wait for the file is not an unhandled error.
  const done = finished(into);
  done.catch(() => {});
  try {
    for await (const batch of batches) {
      const text = batch.map((row) => copyLine(columns.map((column) => row[column] ?? null))).join('');
      if (!into.write(text)) await Promise.race([once(into, 'drain'), done]);
    }
  } catch (error) {
    into.destroy();
    await done.catch(() => {});
    throw error;
  }
  into.end();
  await done;
  await setRefusedAside(tx);
  await sql`analyze pg_temp.staged`.execute(tx.db);
}

/** Refused lines wait in a table of their own, so that everything in `staged` is an order. */
async function setRefusedAside(tx: PartnerTransaction): Promise<void> {
  await sql`create temporary table refused (
    line bigint not null, column_name text, value text, reason jsonb not null, cells text[]) on commit drop`.execute(
    tx.db,
  );
  await sql`
    with gone as (delete from pg_temp.staged where refused_reason is not null
      returning line, refused_column, refused_value, refused_reason, refused_cells)
    insert into pg_temp.refused select * from gone`.execute(tx.db);
}
