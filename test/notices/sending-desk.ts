import { Readable } from 'node:stream';
import { type RawBuilder, sql } from 'kysely';
import { type ParsedMail, simpleParser } from 'mailparser';
import type { DnsLookups } from '../../src/channels/channel.ts';
import { importInventory } from '../../src/inventory/import-inventory.ts';
import { readInventory } from '../../src/inventory/reading/read-inventory.ts';
import { undoImport } from '../../src/inventory/undo-import.ts';
import { registerWorker } from '../../src/notices/claim-store.ts';
import { type PassOutcome, runPass } from '../../src/notices/run-pass.ts';
import { runTick, type TickOptions, type TickReport } from '../../src/notices/run-tick.ts';
import { type SendOptions, sendDueNotices } from '../../src/notices/send-due-notices.ts';
import type { SendCounts } from '../../src/notices/sending.ts';
import { findPartner, type Partner } from '../../src/partners/partner.ts';
import { setUpPartner } from '../../src/partners/set-up-partner.ts';
import { switchSending } from '../../src/partners/switch-sending.ts';
import type { Database, PartnerScope } from '../../src/storage/database.ts';
import { type FaultyServer, startFaultyServer } from '../smtp/faulty-server.ts';
import { inventoryFile, type OrderLine } from './order-line.ts';
import { sendingDeps, type TestDeps } from './sending-deps.ts';

/** Settings under which no hour, day or number of notices keeps anything back. */
export const alwaysOpen = {
  quietHours: { from: '00:00', until: '00:00' },
  workingDays: [1, 2, 3, 4, 5, 6, 7],
  dailyCap: 50,
};

export interface KeptNotice {
  readonly id: string;
  readonly state: string;
  readonly to: string;
  readonly stage: number;
  readonly purpose: string;
  readonly tries: number;
  readonly attempts: number;
  readonly messageId: string | null;
  readonly notBefore: Temporal.Instant;
  /** Numbers of the orders it carries, and of those that dropped out with the reason. */
  readonly orders: readonly string[];
  readonly dropped: readonly string[];
  /** Kinds of its events, oldest first. */
  readonly events: readonly string[];
}

/** One partner with its own clock and its own mail server, over a database that others may share. */
export class SendingDesk {
  readonly deps: TestDeps;
  readonly server: FaultyServer;
  readonly slug: string;
  readonly scope: PartnerScope;
  readonly worker: string;
  #now: Temporal.Instant;

  constructor(parts: {
    db: Database;
    server: FaultyServer;
    partner: Partner;
    worker: string;
    at: string;
    smtpUrl: string | undefined;
    dns: DnsLookups | undefined;
  }) {
    const { db, server, partner, worker, at } = parts;
    this.server = server;
    this.slug = partner.slug;
    this.worker = worker;
    this.scope = db.forPartner(partner.id);
    this.#now = moment(at);
    this.deps = sendingDeps({
      db,
      now: () => this.#now,
      smtpUrl: parts.smtpUrl ?? `smtp://127.0.0.1:${server.port}`,
      ...(parts.dns ? { dns: parts.dns } : {}),
      timeouts: { connect: 400, mail: 300, rcpt: 300, data: 300, content: 300, dot: 300, reconnect: 1 },
    });
  }

  /** A day is its ten o'clock in UTC. */
  at(text: string): this {
    this.#now = moment(text);
    return this;
  }

  later(by: Temporal.DurationLike): this {
    this.#now = this.#now.toZonedDateTimeISO('UTC').add(by).toInstant();
    return this;
  }

  get now(): Temporal.Instant {
    return this.#now;
  }

  partner(): Promise<Partner> {
    return findPartner(this.deps.db, this.slug);
  }

  async import(lines: readonly OrderLine[]): Promise<string> {
    return this.importText(inventoryFile(lines));
  }

  async importText(text: string): Promise<string> {
    const reading = await readInventory({ from: Readable.from([text]), name: 'cartera.csv' });
    const outcome = await importInventory(
      this.scope,
      reading,
      { now: this.deps.now },
      { decide: async () => true },
    );
    const { counts } = outcome.plan;
    if (outcome.kind !== 'applied' || counts.refused > 0 || reading.ignored.length > 0) {
      throw new Error(`the test's file was not taken: ${JSON.stringify([counts, reading.ignored])}`);
    }
    // As the command does after every file; for a few lines it would only cost time.
    if (text.length > 50_000) await this.deps.db.refreshStatistics();
    return outcome.id;
  }

  undo(importId: string) {
    return undoImport(this.scope, importId, { now: this.deps.now });
  }

  async sendingOn(on = true): Promise<this> {
    await switchSending(this.deps.db, this.slug, on, this.#now);
    return this;
  }

  async tick(options: Partial<TickOptions> = {}): Promise<TickReport> {
    return runTick(this.deps, await this.partner(), { worker: this.worker, ...options });
  }

  /** Plans and sends nothing. */
  async plan(goAhead = false): Promise<PassOutcome> {
    return runPass(this.deps, await this.partner(), { preview: false, goAhead });
  }

  async send(options: Partial<SendOptions> = {}): Promise<SendCounts> {
    return sendDueNotices(this.deps, await this.partner(), { worker: this.worker, ...options });
  }

  mails(from = 0): Promise<ParsedMail[]> {
    return Promise.all(this.server.accepted.slice(from).map(({ bytes }) => simpleParser(bytes)));
  }

  async rows<Row>(query: (partner: number) => RawBuilder<Row>): Promise<Row[]> {
    return this.scope.transaction(async (tx) => (await query(tx.partner).execute(tx.db)).rows);
  }

  /** The ledger's newest words as lines: `order kind stage state reason`, by order, most distant stage first. */
  async touches(): Promise<string[]> {
    const rows = await this.rows<{ line: string }>(
      (partner) => sql`
        select o.number || ' ' || t.kind || ' ' || t.stage || ' ' || t.state || ' ' || t.reason as line
        from touch t join orders o on o.partner = t.partner and o.id = t.order_id
        where t.partner = ${partner} order by o.number, t.kind desc, t.stage desc`,
    );
    return rows.map((row) => row.line);
  }

  notices(): Promise<KeptNotice[]> {
    const numbers = (dropped: boolean) => sql`array(
      select o.number || case when d.dropped_by is null then '' else ' ' || d.dropped_by end
      from delivery d join orders o on o.partner = d.partner and o.id = d.order_id
      where d.partner = n.partner and d.notice = n.id and (d.dropped_at is not null) = ${dropped} order by o.number)`;
    return this.rows<KeptNotice>(
      (partner) => sql`
        select n.id, n.state, n.address_key as "to", n.stage, n.purpose, n.tries, n.attempts,
          n.message_id as "messageId", n.not_before as "notBefore",
          ${numbers(false)} as orders, ${numbers(true)} as dropped,
          array(select e.kind from notice_event e where e.partner = n.partner and e.notice = n.id order by e.id) as events
        from notice n where n.partner = ${partner} order by n.id`,
    );
  }

  /** How many rows each table of the ledger has. */
  async ledgerSize(): Promise<
    Record<'touch' | 'touch_event' | 'notice' | 'delivery' | 'notice_event', number>
  > {
    const [row] = await this.rows<
      Record<'touch' | 'touch_event' | 'notice' | 'delivery' | 'notice_event', number>
    >(
      (partner) => sql`
        select (select count(*)::integer from touch where partner = ${partner}) as touch,
          (select count(*)::integer from touch_event where partner = ${partner}) as touch_event,
          (select count(*)::integer from notice where partner = ${partner}) as notice,
          (select count(*)::integer from delivery where partner = ${partner}) as delivery,
          (select count(*)::integer from notice_event where partner = ${partner}) as notice_event`,
    );
    return row!;
  }

  async close(): Promise<void> {
    await this.deps.email.transport.close();
    await this.deps.mailSetup.mail.close();
    await this.server.close();
  }
}

let desks = 0;

/** A partner of its own in this database, with sending still off. Close it when the test is over. */
export async function openDesk(
  db: Database,
  at: string,
  options: {
    readonly settings?: Record<string, unknown>;
    readonly smtpUrl?: string;
    readonly keepBytes?: boolean;
    readonly dns?: DnsLookups;
  } = {},
): Promise<SendingDesk> {
  const settings = { ...alwaysOpen, ...options.settings };
  const partner = await setUpPartner(db, {
    slug: `desk-${++desks}`,
    name: 'Certificados del Norte',
    settings,
  });
  const server = await startFaultyServer({ keepBytes: options.keepBytes ?? true });
  const worker = await registerWorker(db);
  return new SendingDesk({ db, server, partner, worker, at, smtpUrl: options.smtpUrl, dns: options.dns });
}

function moment(text: string): Temporal.Instant {
  return Temporal.Instant.from(text.includes('T') ? text : `${text}T10:00:00Z`);
}
