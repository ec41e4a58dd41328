-- Tables that grow by the million carry no foreign key to the partner: it would cost a third of every import, and
-- row-level security already lets nobody write for a partner that is not theirs.
--
-- Every table that holds a partner's data begins its primary key with the partner, so that it can be
-- distributed by it, and is closed by row-level security to whoever has not named a partner.

create table partner (
  id integer generated always as identity primary key,
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  name text not null,
  created_at timestamptz not null default now(),
  sending_on boolean not null default false,
  sending_changed_at timestamptz,
  -- checked by partners/partner-settings.ts whenever it is read or written
  settings jsonb not null default '{}'
);

-- A process that sends. Leases of notices hang on its heartbeat, which is measured with the database's clock.
create table worker (
  id bigint generated always as identity primary key,
  started_at timestamptz not null default clock_timestamp(),
  beat_at timestamptz not null default clock_timestamp()
);

create table brand (
  partner integer not null references partner (id),
  id bigint generated always as identity,
  is_default boolean not null default false,
  -- templates/brand.ts describes it
  look jsonb not null,
  primary key (partner, id)
);
create unique index brand_default on brand (partner) where is_default;

create table customer (
  partner integer not null references partner (id),
  id bigint generated always as identity,
  -- 'account:C200056' where the account number is known, else 'name:' and the folded name
  key text not null,
  account_number text,
  name text not null,
  -- the name as it is compared: see inventory/folded-name.ts
  name_key text not null,
  kind text not null default 'customer' check (kind in ('customer', 'agency')),
  division text,
  owner text,
  brand bigint,
  locale text,
  time_zone text,
  country text,
  main_contact bigint,
  technical_contact bigint,
  notices_on boolean not null default true,
  created_at timestamptz not null default now(),
  added_by bigint,
  last_import bigint,
  word_at timestamptz not null default '-infinity',
  words jsonb,
  primary key (partner, id)
);
create unique index customer_key on customer (partner, key);
create index customer_by_name on customer (partner, name_key);

create table contact (
  partner integer not null,
  id bigint generated always as identity,
  customer bigint not null,
  name text,
  address text not null,
  -- the address as it is compared: lower case, domain as A-labels
  address_key text not null,
  phone text,
  locale text,
  time_zone text,
  country text,
  -- a holder behind an agency is known but never written to
  writable boolean not null default true,
  created_at timestamptz not null default now(),
  added_by bigint,
  last_import bigint,
  word_at timestamptz not null default '-infinity',
  words jsonb,
  primary key (partner, id)
);
create unique index contact_of_customer on contact (partner, customer, address_key);
create index contact_by_address on contact (partner, address_key);

create table orders (
  partner integer not null,
  id bigint generated always as identity,
  authority text not null,
  number text not null,
  customer bigint not null,
  -- who decides about this order
  contact bigint,
  holder text,
  status text not null check (status in ('pending', 'issued', 'revoked', 'canceled', 'rejected')),
  revoked_unplanned boolean not null default false,
  product_code text,
  product_name text,
  common_name text,
  names text[] not null default '{}',
  ordered_on date,
  term text,
  covers_from date,
  covers_until date,
  -- the facts of the file from which the clocks were read, see inventory/clock-reading.ts
  reading text,
  certificate_from date,
  certificate_until date,
  certificate_serial text,
  certificate_fingerprint text,
  price_minor bigint,
  currency text,
  server_count integer,
  notices_on boolean not null default true,
  automation_on boolean not null default false,
  owner text,
  notes text,
  renewed_flag boolean not null default false,
  renewal_of text,
  renewed_by text,
  -- what inventory/renewed.ts answered last, with its evidence
  renewed text not null default 'no' check (renewed in ('no', 'perhaps', 'partly', 'renewed')),
  renewed_evidence jsonb,
  renewal_requested_at timestamptz,
  -- the customer's own wish to hear nothing about it; no import changes that
  muted_at timestamptz,
  muted_reason text,
  -- taken back by undoing an import although the ledger speaks of it: hidden, its clocks stand still
  withdrawn_at timestamptz,
  created_at timestamptz not null default now(),
  added_by bigint,
  -- the import that added or changed it last; null once something else has changed it
  last_import bigint,
  -- when the word that set the fields was spoken; `words` holds the fields that a later word has set
  word_at timestamptz not null default '-infinity',
  words jsonb,
  primary key (partner, id)
);
create unique index orders_identity on orders (partner, authority, number);
create index orders_by_customer on orders (partner, customer);
create index orders_by_contact on orders (partner, contact, customer);

create table order_contact (
  partner integer not null,
  order_id bigint not null,
  part text not null check (part in ('decides', 'main', 'installs', 'pays', 'verified')),
  contact bigint not null,
  primary key (partner, order_id, part, contact)
);
create index order_contact_by_contact on order_contact (partner, contact);

-- An address whose owner has said that an order is not theirs.
create table disowned (
  partner integer not null references partner (id),
  order_id bigint not null,
  address_key text not null,
  reason text not null,
  at timestamptz not null,
  primary key (partner, order_id, address_key)
);

-- A customer's wish to renew, for the partner's people to carry out.
create table renewal_request (
  partner integer not null references partner (id),
  id bigint generated always as identity,
  order_id bigint not null,
  notice bigint,
  how text not null,
  at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (partner, id)
);
create unique index renewal_request_open on renewal_request (partner, order_id) where withdrawn_at is null;

create table order_name (
  partner integer not null,
  name text not null,
  order_id bigint not null,
  registrable text,
  primary key (partner, name, order_id)
);
create index order_name_of_order on order_name (partner, order_id);

create table certificate (
  partner integer not null,
  id bigint generated always as identity,
  order_id bigint not null,
  serial text,
  fingerprint text,
  common_name text,
  names text[] not null default '{}',
  valid_from date,
  valid_until date,
  -- the exact instants, known only for certificates that were seen themselves
  not_before timestamptz,
  not_after timestamptz,
  replaced_at timestamptz,
  created_at timestamptz not null default now(),
  added_by bigint,
  primary key (partner, id)
);
create index certificate_of_order on certificate (partner, order_id);
create index certificate_by_serial on certificate (partner, serial) where serial is not null;

-- What is running out. The kinds are open: coverage and certificate now, validations and pools later.
create table clock (
  partner integer not null,
  id bigint generated always as identity,
  kind text not null,
  -- the order for a coverage, the certificate for a certificate
  subject bigint not null,
  order_id bigint not null,
  began_at timestamptz not null,
  ends_at timestamptz not null,
  -- the last day as shown when this cycle began; part of the ledger's key
  anchor date not null,
  -- the next moment at which something can be due; null when nothing more can come
  next_at timestamptz,
  primary key (partner, id)
);
create unique index clock_subject on clock (partner, kind, subject);
create index clock_of_order on clock (partner, order_id, next_at);
create index clock_next on clock (partner, next_at, id) where next_at is not null;
create index clock_ends on clock (partner, ends_at, id);

create table import (
  partner integer not null references partner (id),
  id bigint generated always as identity,
  file_name text not null,
  digest text not null,
  -- when the file's word was spoken: orders the words of several files
  said_at timestamptz not null,
  state text not null check (state in ('applied', 'undone')),
  options jsonb not null default '{}',
  report jsonb not null default '{}',
  applied_at timestamptz not null default now(),
  undone_at timestamptz,
  primary key (partner, id)
);
create index import_digest on import (partner, digest);

create table import_change (
  partner integer not null references partner (id),
  import bigint not null,
  entity text not null check (entity in ('order', 'customer', 'contact')),
  entity_id bigint not null,
  before jsonb not null,
  after jsonb not null,
  -- when the words before this one were spoken, and by which import
  words_before jsonb not null default '{}',
  import_before bigint,
  primary key (partner, import, entity, entity_id)
);

create table import_refusal (
  partner integer not null references partner (id),
  import bigint not null,
  line bigint not null,
  nth integer not null,
  column_name text,
  value text,
  reason jsonb not null,
  primary key (partner, import, line, nth)
);

-- An objection or an agreement outlives the contact that gave it, so it hangs on the address.
create table consent (
  partner integer not null references partner (id),
  address_key text not null,
  purpose text not null check (purpose in ('safety', 'reminder', 'offer')),
  objected boolean not null,
  at timestamptz not null,
  source text not null,
  primary key (partner, address_key, purpose)
);

create table address_state (
  partner integer not null references partner (id),
  address_key text not null,
  bouncing_since timestamptz,
  reason text,
  primary key (partner, address_key)
);

-- The ledger. One row is the decision for one stage of one clock on one channel.
create table touch (
  partner integer not null,
  clock bigint not null,
  anchor date not null,
  stage smallint not null,
  channel text not null,
  order_id bigint not null,
  kind text not null,
  state text not null check (state in ('due', 'held', 'suppressed')),
  final boolean not null,
  reason text not null,
  params jsonb,
  until timestamptz,
  pulled_forward boolean not null default false,
  decided_at timestamptz not null,
  primary key (partner, clock, anchor, stage, channel)
);
create index touch_of_order on touch (partner, order_id);

create table touch_event (
  partner integer not null,
  id bigint generated always as identity,
  clock bigint not null,
  anchor date not null,
  stage smallint not null,
  channel text not null,
  at timestamptz not null,
  state text not null,
  reason text not null,
  params jsonb,
  primary key (partner, id)
);
create index touch_event_of_touch on touch_event (partner, clock, anchor, stage, channel);

-- What goes to one address over one channel at one time.
create table notice (
  partner integer not null,
  id bigint generated always as identity,
  channel text not null,
  contact bigint not null,
  address_key text not null,
  brand bigint,
  text_locale text not null,
  locale text not null,
  time_zone text,
  purpose text not null,
  tone text not null,
  template text not null,
  stage smallint not null,
  planned_at timestamptz not null,
  -- after this it no longer helps and is not tried any more
  late_at timestamptz not null,
  -- 'withdrawn': everything it carried dropped out before the first attempt
  state text not null default 'waiting' check (state in
    ('waiting', 'claimed', 'attempted', 'submitted', 'delivered', 'bounced', 'failed', 'uncertain', 'withdrawn')),
  not_before timestamptz not null,
  -- the pass that planned it; it goes out once that is released
  pass bigint not null,
  without_offers boolean not null default false,
  -- how often it was tried at all, and how often its bytes may have left
  tries smallint not null default 0,
  attempts smallint not null default 0,
  worker bigint,
  fence bigint not null default 0,
  -- set with the first attempt and never changed after it
  message_id text,
  subject text,
  message_date timestamptz,
  template_version text,
  facts jsonb,
  digest text,
  finished_at timestamptz,
  primary key (partner, id)
);
create index notice_open on notice (partner, not_before) where state in ('waiting', 'claimed', 'attempted');
create index notice_by_address on notice (partner, address_key, planned_at);
create index notice_latest on notice (partner, planned_at desc, id desc);

create table delivery (
  partner integer not null,
  notice bigint not null,
  clock bigint not null,
  anchor date not null,
  stage smallint not null,
  channel text not null,
  order_id bigint not null,
  kind text not null,
  address_key text not null,
  dropped_at timestamptz,
  dropped_by text,
  primary key (partner, notice, clock, anchor, stage)
);
-- One touch reaches one address once. A delivery that dropped out of its message reached nobody: when what had stopped
-- it is taken back, the same stage may be said to the same address after all.
create unique index delivery_once on delivery (partner, clock, anchor, stage, channel, address_key)
  where dropped_at is null;
create index delivery_of_order on delivery (partner, order_id);

create table notice_event (
  partner integer not null,
  id bigint generated always as identity,
  notice bigint not null,
  at timestamptz not null,
  kind text not null,
  detail jsonb,
  primary key (partner, id)
);
create index notice_event_of_notice on notice_event (partner, notice);

-- A pass of the planner: what it looked at and what came of it; the usual volume is read from here. Its notices
-- wait while it is 'planning' and while it is 'held' for a person because it is unusually large.
create table pass (
  partner integer not null references partner (id),
  id bigint generated always as identity,
  as_of timestamptz not null,
  at timestamptz not null default now(),
  state text not null check (state in ('planning', 'held', 'released')),
  notices integer not null default 0,
  report jsonb not null default '{}',
  primary key (partner, id)
);

-- What would go out, shown while sending is off or for a day to come. Not part of the ledger; the next preview
-- replaces it.
create table preview (
  partner integer not null references partner (id),
  id bigint generated always as identity,
  as_of timestamptz not null,
  made_at timestamptz not null default now(),
  plan jsonb not null,
  primary key (partner, id)
);

do $$
declare
  t text;
begin
  for t in
    select c.table_name from information_schema.columns c
    join information_schema.tables b using (table_schema, table_name)
    where c.table_schema = current_schema() and c.column_name = 'partner' and b.table_type = 'BASE TABLE'
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy own_partner on %I using (partner = (select nullif(current_setting(''vigente.partner'', true), '''')::integer))', t);
  end loop;
end
$$;

-- The list of partners is the installation's own, but whoever acts for one partner sees that one only.
alter table partner enable row level security;
create policy own_row on partner using (id = (select nullif(current_setting('vigente.partner', true), '')::integer));

-- Events are appended, never rewritten.
create function refuse_rewrite() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger''s events are append-only';
end
$$;
create trigger touch_event_append_only before update or delete on touch_event
  for each statement execute function refuse_rewrite();
create trigger notice_event_append_only before update or delete on notice_event
  for each statement execute function refuse_rewrite();
