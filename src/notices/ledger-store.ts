import { sql } from 'kysely';
import type { AddressFacts } from '../cadence/address-facts.ts';
import type { LedgerTouch } from '../cadence/clock-facts.ts';
import type { ReasonCode } from '../cadence/reason.ts';
import type { ChannelName, Purpose } from '../cadence/stage.ts';
import type { TouchDecision } from '../cadence/touch-decision.ts';
import type { PartnerTransaction } from '../storage/database.ts';

interface TouchRow {
  clock: string;
  anchor: string;
  stage: number;
  channel: ChannelName;
  state: LedgerTouch['state'];
  final: boolean;
  reason: ReasonCode;
  at: number;
  until: number | null;
}

/** The newest word of the ledger for every stage of these clocks, by clock. Instants are epoch milliseconds. */
export async function loadLedger(
  tx: PartnerTransaction,
  clocks: readonly string[],
): Promise<Map<string, LedgerTouch[]>> {
  const { rows } = await sql<TouchRow>`
    select t.clock, t.anchor, t.stage, t.channel, t.state, t.final, t.reason,
      (extract(epoch from t.decided_at) * 1000)::float8 as at,
      (extract(epoch from t.until) * 1000)::float8 as until
    from touch t
    where t.partner = ${tx.partner} and t.clock = any(${clocks}::bigint[])`.execute(tx.db);
  const ledger = new Map<string, LedgerTouch[]>();
  for (const { clock, ...touch } of rows) {
    const known = ledger.get(clock);
    if (known) known.push(touch);
    else ledger.set(clock, [touch]);
  }
  return ledger;
}

interface AddressRow {
  address_key: string;
  notices: number[] | null;
  objected: Purpose[] | null;
  bouncing: boolean;
}

/**
 * What these addresses have had and said. `remembers` is how many days back a notice still matters; one that never
 * left (failed, withdrawn) does not count.
 */
export async function loadAddressFacts(
  tx: PartnerTransaction,
  keys: readonly string[],
  at: { readonly now: number; readonly remembersDays: number },
): Promise<Map<string, AddressFacts>> {
  const since = new Date(at.now - at.remembersDays * 86_400_000).toISOString();
  const { rows } = await sql<AddressRow>`
    with asked as (select unnest(${keys}::text[]) as address_key),
    recent as (
      select n.address_key, array_agg((extract(epoch from n.planned_at) * 1000)::float8) as notices
      from notice n join asked using (address_key)
      where n.partner = ${tx.partner} and n.planned_at > ${since}::timestamptz
        and n.state not in ('failed', 'withdrawn')
      group by n.address_key),
    objections as (
      select c.address_key, array_agg(c.purpose) as objected
      from consent c join asked using (address_key)
      where c.partner = ${tx.partner} and c.objected
      group by c.address_key)
    select asked.address_key, recent.notices, objections.objected, b.bouncing_since is not null as bouncing
    from asked
    left join recent using (address_key)
    left join objections using (address_key)
    left join address_state b on b.partner = ${tx.partner} and b.address_key = asked.address_key`.execute(
    tx.db,
  );
  return new Map(rows.map((row) => [row.address_key, addressFacts(row)]));
}

function addressFacts(row: AddressRow): AddressFacts {
  const notices = row.notices ?? [];
  return {
    addressKey: row.address_key,
    lastNoticeAt: notices.length === 0 ? null : Math.max(...notices),
    noticesToday: notices,
    objectedTo: row.objected ?? [],
    bouncing: row.bouncing,
  };
}

/**
 * Writes decisions: the touch as it now stands and, appended, the event of it. A touch that is final in the ledger
 * stays as it is, whatever comes: that is what makes a second run, and a clock set back, harmless. `cadence`: the
 * version of the calendars under which they were made.
 */
export async function recordDecisions(
  tx: PartnerTransaction,
  decisions: readonly TouchDecision[],
  at: string,
  cadence: string | null = null,
): Promise<void> {
  if (decisions.length === 0) return;
  const rows = decisions.map((d) => ({
    clock: d.clock,
    anchor: d.anchor,
    stage: d.stage,
    channel: d.channel,
    order_id: d.order,
    kind: d.kind,
    state: d.state,
    final: d.final,
    reason: d.reason.code,
    params: d.reason.params,
    until: d.until === undefined ? null : new Date(d.until).toISOString(),
    pulled_forward: d.pulledForward ?? false,
  }));
  await sql`
    with input as (
      select * from json_to_recordset(${JSON.stringify(rows)}::json) as r(clock bigint, anchor date, stage smallint,
        channel text, order_id bigint, kind text, state text, final boolean, reason text, params jsonb,
        until timestamptz, pulled_forward boolean)),
    written as (
      insert into touch (partner, clock, anchor, stage, channel, order_id, kind, state, final, reason, params, until,
        pulled_forward, decided_at)
      select ${tx.partner}, clock, anchor, stage, channel, order_id, kind, state, final, reason, params, until,
        pulled_forward, ${at}::timestamptz
      from input
      on conflict (partner, clock, anchor, stage, channel) do update set state = excluded.state, final = excluded.final,
        reason = excluded.reason, params = excluded.params, until = excluded.until,
        pulled_forward = excluded.pulled_forward, decided_at = excluded.decided_at
      where not touch.final
      returning clock, anchor, stage, channel, state, reason, params)
    insert into touch_event (partner, clock, anchor, stage, channel, at, state, reason, params, cadence)
    select ${tx.partner}, clock, anchor, stage, channel, ${at}::timestamptz, state, reason, params, ${cadence}
    from written`.execute(tx.db);
}
