import { sql } from 'kysely';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';

export interface InstructionRow {
  readonly id: RowId;
  readonly kind: 'hold' | 'skip' | 'forward';
  readonly customer: RowId;
  readonly clock: RowId | null;
  readonly anchor: string | null;
  readonly stage: number | null;
  readonly channel: string | null;
  /** Instants are epoch milliseconds. */
  readonly until: number | null;
  readonly reach: number | null;
  readonly anyHour: boolean;
  readonly note: string;
  readonly by: string;
  readonly at: number;
}

const columns = sql`id, kind, customer, clock, anchor::text as anchor, stage, channel,
  (extract(epoch from until) * 1000)::float8 as until, (extract(epoch from reach) * 1000)::float8 as reach,
  any_hour as "anyHour", note, person_name as by, (extract(epoch from at) * 1000)::float8 as at`;

/** What stands said of these customers and their clocks, oldest first. */
export async function selectInstructions(
  tx: PartnerTransaction,
  customers: readonly RowId[],
): Promise<InstructionRow[]> {
  const { rows } = await sql<InstructionRow>`
    select ${columns} from instruction
    where partner = ${tx.partner} and customer = any (${customers}::bigint[]) and taken_back_at is null
    order by id`.execute(tx.db);
  return rows;
}

export interface NewInstruction extends Omit<InstructionRow, 'id' | 'by' | 'at'> {
  readonly person: string | null;
  readonly personName: string;
}

export async function insertInstructions(
  tx: PartnerTransaction,
  said: readonly NewInstruction[],
  at: string,
): Promise<RowId[]> {
  const { rows } = await sql<{ id: RowId }>`
    insert into instruction (partner, kind, customer, clock, anchor, stage, channel, until, reach, any_hour, note,
      person, person_name, at)
    select ${tx.partner}, kind, customer, clock, anchor, stage, channel, to_timestamp(until / 1000),
      to_timestamp(reach / 1000), "anyHour", note, person, "personName", ${at}::timestamptz
    from json_to_recordset(${JSON.stringify(said)}::json) as r(kind text, customer bigint, clock bigint, anchor date,
      stage smallint, channel text, until float8, reach float8, "anyHour" boolean, note text, person text,
      "personName" text)
    returning id`.execute(tx.db);
  return rows.map((row) => row.id);
}

/** Takes it back, or says it again; undefined when it is not there or stands so already. */
export async function setTakenBack(
  tx: PartnerTransaction,
  id: RowId,
  takenBackAt: string | null,
): Promise<InstructionRow | undefined> {
  const { rows } = await sql<InstructionRow>`
    update instruction set taken_back_at = ${takenBackAt}::timestamptz
    where partner = ${tx.partner} and id = ${id}
      and (taken_back_at is null) = ${takenBackAt !== null}
    returning ${columns}`.execute(tx.db);
  return rows[0];
}

export async function selectInstruction(
  tx: PartnerTransaction,
  id: RowId,
): Promise<InstructionRow | undefined> {
  const { rows } = await sql<InstructionRow>`
    select ${columns} from instruction where partner = ${tx.partner} and id = ${id} and taken_back_at is null`.execute(
    tx.db,
  );
  return rows[0];
}
