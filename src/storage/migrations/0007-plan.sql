-- What colleagues have said of touches to come. Never deleted: taken back.
create table instruction (
  partner integer not null references partner (id),
  id bigint generated always as identity,
  kind text not null check (kind in ('hold', 'skip', 'forward')),
  customer bigint not null,
  -- null: everything of the customer
  clock bigint,
  anchor date,
  stage smallint,
  channel text,
  -- hold: until then; skip of everything: what opens before; forward: when it opens instead
  until timestamptz,
  -- forward of everything: what opens before
  reach timestamptz,
  any_hour boolean not null default false,
  note text not null default '',
  person text,
  person_name text not null,
  at timestamptz not null,
  taken_back_at timestamptz,
  primary key (partner, id)
);
create index instruction_standing on instruction (partner, customer) where taken_back_at is null;

-- A day whose run somebody approved, and for how many messages.
create table plan_approval (
  partner integer not null references partner (id),
  day date not null,
  messages integer not null,
  person text,
  person_name text not null,
  note text not null default '',
  at timestamptz not null,
  taken_back_at timestamptz,
  primary key (partner, day, at)
);

-- The plan of the days ahead as it was last lived through: kept so that it can be leafed through and compared. It can
-- be made again from everything else at any time.
create table plan (
  partner integer primary key references partner (id),
  -- the day on which it was last made as a whole, its first and the day after its last
  day date,
  until date,
  made_at timestamptz,
  refreshed_at timestamptz,
  -- a digest of the rules that it was made by
  rules text,
  -- a making that is under way or was cut short: it goes on behind the last customer that is done
  making jsonb
);

-- What many lines have in common.
create table plan_cell (
  partner integer not null references partner (id),
  id integer generated always as identity,
  channel text not null,
  kind text not null,
  stage smallint not null,
  state text not null check (state in ('due', 'held', 'suppressed')),
  reason text not null,
  template text not null,
  text_locale text not null,
  owner text not null,
  primary key (partner, id)
);
create unique index plan_cell_is on plan_cell
  (partner, channel, kind, stage, state, reason, template, text_locale, owner);

-- One touch on one day. Grows by the million, so it has no foreign keys.
create table plan_line (
  partner integer not null,
  day date not null,
  at timestamptz not null,
  clock bigint not null,
  cell integer not null,
  customer bigint not null,
  order_id bigint not null,
  -- who gets it first, and how many others do; null and 0 unless due
  contact bigint,
  others smallint not null default 0,
  -- in how many messages it stands first: their sum is the number of messages
  leads smallint not null default 0,
  until timestamptz,
  params jsonb,
  primary key (partner, day, at, clock, cell)
);
create index plan_line_of_cell on plan_line (partner, cell, day, at, clock);
create index plan_line_of_customer on plan_line (partner, customer, day, at, clock, cell);

create table plan_total (
  partner integer not null references partner (id),
  day date not null,
  cell integer not null,
  lines integer not null,
  messages integer not null,
  primary key (partner, day, cell)
);

-- Customers that were planned together because they share addresses; whoever shares none is not here.
create table plan_group (
  partner integer not null references partner (id),
  customer bigint not null,
  leader bigint not null,
  primary key (partner, customer)
);
create index plan_group_of_leader on plan_group (partner, leader);

-- What of the plan became another, and why: the last word of a touch before and after.
create table plan_change (
  partner integer not null references partner (id),
  id bigint generated always as identity,
  at timestamptz not null,
  customer bigint not null,
  order_id bigint not null,
  clock bigint not null,
  stage smallint not null,
  channel text not null,
  -- null: it was not, or is no longer, in the plan
  was_day date,
  was_cell integer,
  is_day date,
  is_cell integer,
  cause text not null,
  -- the import's number, the colleague's name
  ref text,
  primary key (partner, id)
);
create index plan_change_at on plan_change (partner, at desc, id desc);
create index plan_change_of_customer on plan_change (partner, customer, id desc);

-- The same in numbers, complete also where there are more changes than are kept one by one.
create table plan_change_total (
  partner integer not null references partner (id),
  at timestamptz not null,
  cause text not null,
  ref text not null,
  kind text not null,
  touches integer not null,
  primary key (partner, at, cause, ref, kind)
);

-- Whose part of the plan has to be made again, and why; null: everybody's. Written by the triggers below, so that no
-- way of changing an inventory can forget it.
create table plan_stale (
  partner integer not null,
  id bigint generated always as identity,
  customer bigint,
  order_id bigint,
  cause text not null,
  ref text,
  primary key (partner, id)
);
create index plan_stale_of_customer on plan_stale (partner, customer);

-- Triggers that write down whose plan is stale, statement by statement and only of what planning asks about. Where very
-- much changes at once it is everybody's, with one word for why. Without a plan there is nothing to be stale.

create function plan_orders_added() returns trigger language plpgsql as $$
begin
  if exists (select from plan) then
    insert into plan_stale (partner, customer, order_id, cause, ref)
    with told (partner, customer, order_id, cause, ref) as materialized (
      select partner, customer, id, case when last_import is null then 'order' else 'import' end, last_import::text
      from new_rows),
    counted (n) as (select count(*) from told)
    select partner, customer, order_id, cause, ref from told where (select n from counted) <= 20000
    union all
    select partner, null, null, min(cause), max(ref) from told where (select n from counted) > 20000 group by partner;
  end if;
  return null;
end
$$;
create trigger plan_orders_added after insert on orders
  referencing new table as new_rows for each statement execute function plan_orders_added();

create function plan_orders_removed() returns trigger language plpgsql as $$
begin
  if exists (select from plan) then
    insert into plan_stale (partner, customer, order_id, cause, ref)
    with told (partner, customer, order_id, cause, ref) as materialized (
      select partner, customer, id, 'withdrawn', null::text from old_rows),
    counted (n) as (select count(*) from told)
    select partner, customer, order_id, cause, ref from told where (select n from counted) <= 20000
    union all
    select partner, null, null, min(cause), max(ref) from told where (select n from counted) > 20000 group by partner;
  end if;
  return null;
end
$$;
create trigger plan_orders_removed after delete on orders
  referencing old table as old_rows for each statement execute function plan_orders_removed();

create function plan_orders_changed() returns trigger language plpgsql as $$
begin
  if exists (select from plan) then
    insert into plan_stale (partner, customer, order_id, cause, ref)
    with told (partner, customer, order_id, cause, ref) as materialized (
      select n.partner, c.customer, n.id,
        case when n.renewed is distinct from o.renewed then 'renewed'
          when n.renewal_requested_at is distinct from o.renewal_requested_at then 'requested'
          when n.last_import is distinct from o.last_import then 'import'
          when n.withdrawn_at is distinct from o.withdrawn_at then 'withdrawn'
          when (n.notices_on, n.muted_at, n.automation_on) is distinct from (o.notices_on, o.muted_at, o.automation_on)
            then 'switched'
          when n.owner is distinct from o.owner then 'owner'
          else 'order' end,
        case when n.last_import is distinct from o.last_import then n.last_import::text end
      from new_rows n join old_rows o on o.partner = n.partner and o.id = n.id,
        lateral (select n.customer union select o.customer) as c (customer)
      where (
          n.customer, n.contact, n.number, n.authority, n.status, n.revoked_unplanned, n.product_code,
          n.product_name, n.covers_from, n.covers_until, n.certificate_from, n.certificate_until, n.notices_on,
          n.automation_on, n.owner, n.renewed, n.renewal_requested_at, n.muted_at, n.withdrawn_at)
        is distinct from (
          o.customer, o.contact, o.number, o.authority, o.status, o.revoked_unplanned, o.product_code,
          o.product_name, o.covers_from, o.covers_until, o.certificate_from, o.certificate_until, o.notices_on,
          o.automation_on, o.owner, o.renewed, o.renewal_requested_at, o.muted_at, o.withdrawn_at)),
    counted (n) as (select count(*) from told)
    select partner, customer, order_id, cause, ref from told where (select n from counted) <= 20000
    union all
    select partner, null, null, min(cause), max(ref) from told where (select n from counted) > 20000 group by partner;
  end if;
  return null;
end
$$;
create trigger plan_orders_changed after update on orders
  referencing old table as old_rows new table as new_rows for each statement execute function plan_orders_changed();

create function plan_customers_changed() returns trigger language plpgsql as $$
begin
  if exists (select from plan) then
    insert into plan_stale (partner, customer, order_id, cause, ref)
    with told (partner, customer, order_id, cause, ref) as materialized (
      select n.partner, n.id, null::bigint,
        case when n.last_import is distinct from o.last_import then 'import'
          when n.notices_on is distinct from o.notices_on then 'switched'
          when n.owner is distinct from o.owner then 'owner' else 'customer' end,
        case when n.last_import is distinct from o.last_import then n.last_import::text end
      from new_rows n join old_rows o on o.partner = n.partner and o.id = n.id
      where (n.kind, n.division, n.owner, n.brand, n.locale, n.time_zone, n.country, n.main_contact,
          n.technical_contact, n.notices_on)
        is distinct from (o.kind, o.division, o.owner, o.brand, o.locale, o.time_zone, o.country, o.main_contact,
          o.technical_contact, o.notices_on)),
    counted (n) as (select count(*) from told)
    select partner, customer, order_id, cause, ref from told where (select n from counted) <= 20000
    union all
    select partner, null, null, min(cause), max(ref) from told where (select n from counted) > 20000 group by partner;
  end if;
  return null;
end
$$;
create trigger plan_customers_changed after update on customer
  referencing old table as old_rows new table as new_rows for each statement execute function plan_customers_changed();

create function plan_contacts_changed() returns trigger language plpgsql as $$
begin
  if exists (select from plan) then
    insert into plan_stale (partner, customer, order_id, cause, ref)
    with told (partner, customer, order_id, cause, ref) as materialized (
      select n.partner, n.customer, null::bigint, 'contact', null::text
      from new_rows n join old_rows o on o.partner = n.partner and o.id = n.id
      where (n.customer, n.address_key, n.locale, n.time_zone, n.country, n.writable)
        is distinct from (o.customer, o.address_key, o.locale, o.time_zone, o.country, o.writable)),
    counted (n) as (select count(*) from told)
    select partner, customer, order_id, cause, ref from told where (select n from counted) <= 20000
    union all
    select partner, null, null, min(cause), max(ref) from told where (select n from counted) > 20000 group by partner;
  end if;
  return null;
end
$$;
create trigger plan_contacts_changed after update on contact
  referencing old table as old_rows new table as new_rows for each statement execute function plan_contacts_changed();

create function plan_parts_added() returns trigger language plpgsql as $$
begin
  if exists (select from plan) then
    insert into plan_stale (partner, customer, order_id, cause, ref)
    with told (partner, customer, order_id, cause, ref) as materialized (
      select distinct o.partner, o.customer, o.id, 'contact', null::text
      from new_rows n join orders o on o.partner = n.partner and o.id = n.order_id),
    counted (n) as (select count(*) from told)
    select partner, customer, order_id, cause, ref from told where (select n from counted) <= 20000
    union all
    select partner, null, null, min(cause), max(ref) from told where (select n from counted) > 20000 group by partner;
  end if;
  return null;
end
$$;
create trigger plan_parts_added after insert on order_contact
  referencing new table as new_rows for each statement execute function plan_parts_added();

create function plan_parts_removed() returns trigger language plpgsql as $$
begin
  if exists (select from plan) then
    insert into plan_stale (partner, customer, order_id, cause, ref)
    with told (partner, customer, order_id, cause, ref) as materialized (
      select distinct o.partner, o.customer, o.id, 'contact', null::text
      from old_rows n join orders o on o.partner = n.partner and o.id = n.order_id),
    counted (n) as (select count(*) from told)
    select partner, customer, order_id, cause, ref from told where (select n from counted) <= 20000
    union all
    select partner, null, null, min(cause), max(ref) from told where (select n from counted) > 20000 group by partner;
  end if;
  return null;
end
$$;
create trigger plan_parts_removed after delete on order_contact
  referencing old table as old_rows for each statement execute function plan_parts_removed();

create function plan_disowned_added() returns trigger language plpgsql as $$
begin
  if exists (select from plan) then
    insert into plan_stale (partner, customer, order_id, cause, ref)
    with told (partner, customer, order_id, cause, ref) as materialized (
      select distinct o.partner, o.customer, o.id, 'contact', null::text
      from new_rows n join orders o on o.partner = n.partner and o.id = n.order_id),
    counted (n) as (select count(*) from told)
    select partner, customer, order_id, cause, ref from told where (select n from counted) <= 20000
    union all
    select partner, null, null, min(cause), max(ref) from told where (select n from counted) > 20000 group by partner;
  end if;
  return null;
end
$$;
create trigger plan_disowned_added after insert on disowned
  referencing new table as new_rows for each statement execute function plan_disowned_added();

create function plan_disowned_removed() returns trigger language plpgsql as $$
begin
  if exists (select from plan) then
    insert into plan_stale (partner, customer, order_id, cause, ref)
    with told (partner, customer, order_id, cause, ref) as materialized (
      select distinct o.partner, o.customer, o.id, 'contact', null::text
      from old_rows n join orders o on o.partner = n.partner and o.id = n.order_id),
    counted (n) as (select count(*) from told)
    select partner, customer, order_id, cause, ref from told where (select n from counted) <= 20000
    union all
    select partner, null, null, min(cause), max(ref) from told where (select n from counted) > 20000 group by partner;
  end if;
  return null;
end
$$;
create trigger plan_disowned_removed after delete on disowned
  referencing old table as old_rows for each statement execute function plan_disowned_removed();

create function plan_certificates_changed() returns trigger language plpgsql as $$
begin
  if exists (select from plan) then
    insert into plan_stale (partner, customer, order_id, cause, ref)
    with told (partner, customer, order_id, cause, ref) as materialized (
      select distinct r.partner, r.customer, r.id, 'certificate', null::text
      from new_rows n join old_rows o on o.partner = n.partner and o.id = n.id
      join orders r on r.partner = n.partner and r.id = n.order_id
      where n.replaced_at is distinct from o.replaced_at),
    counted (n) as (select count(*) from told)
    select partner, customer, order_id, cause, ref from told where (select n from counted) <= 20000
    union all
    select partner, null, null, min(cause), max(ref) from told where (select n from counted) > 20000 group by partner;
  end if;
  return null;
end
$$;
create trigger plan_certificates_changed after update on certificate
  referencing old table as old_rows new table as new_rows for each statement execute function plan_certificates_changed();

create function plan_clocks_changed() returns trigger language plpgsql as $$
begin
  if exists (select from plan) then
    insert into plan_stale (partner, customer, order_id, cause, ref)
    with told (partner, customer, order_id, cause, ref) as materialized (
      select distinct r.partner, r.customer, r.id, 'order', null::text
      from new_rows n join old_rows o on o.partner = n.partner and o.id = n.id
      join orders r on r.partner = n.partner and r.id = n.order_id
      where (n.began_at, n.ends_at, n.anchor) is distinct from (o.began_at, o.ends_at, o.anchor)),
    counted (n) as (select count(*) from told)
    select partner, customer, order_id, cause, ref from told where (select n from counted) <= 20000
    union all
    select partner, null, null, min(cause), max(ref) from told where (select n from counted) > 20000 group by partner;
  end if;
  return null;
end
$$;
create trigger plan_clocks_changed after update on clock
  referencing old table as old_rows new table as new_rows for each statement execute function plan_clocks_changed();

create function plan_consent_added() returns trigger language plpgsql as $$
begin
  if exists (select from plan) then
    insert into plan_stale (partner, customer, order_id, cause, ref)
    with told (partner, customer, order_id, cause, ref) as materialized (
      select distinct c.partner, c.customer, null::bigint, 'consent', null::text
      from new_rows n join contact c on c.partner = n.partner and c.address_key = n.address_key
      where n.objected),
    counted (n) as (select count(*) from told)
    select partner, customer, order_id, cause, ref from told where (select n from counted) <= 20000
    union all
    select partner, null, null, min(cause), max(ref) from told where (select n from counted) > 20000 group by partner;
  end if;
  return null;
end
$$;
create trigger plan_consent_added after insert on consent
  referencing new table as new_rows for each statement execute function plan_consent_added();

create function plan_consent_changed() returns trigger language plpgsql as $$
begin
  if exists (select from plan) then
    insert into plan_stale (partner, customer, order_id, cause, ref)
    with told (partner, customer, order_id, cause, ref) as materialized (
      select distinct c.partner, c.customer, null::bigint, 'consent', null::text
      from new_rows n join old_rows o on o.partner = n.partner and o.address_key = n.address_key and o.purpose = n.purpose
      join contact c on c.partner = n.partner and c.address_key = n.address_key
      where n.objected is distinct from o.objected),
    counted (n) as (select count(*) from told)
    select partner, customer, order_id, cause, ref from told where (select n from counted) <= 20000
    union all
    select partner, null, null, min(cause), max(ref) from told where (select n from counted) > 20000 group by partner;
  end if;
  return null;
end
$$;
create trigger plan_consent_changed after update on consent
  referencing old table as old_rows new table as new_rows for each statement execute function plan_consent_changed();

create function plan_address_state_added() returns trigger language plpgsql as $$
begin
  if exists (select from plan) then
    insert into plan_stale (partner, customer, order_id, cause, ref)
    with told (partner, customer, order_id, cause, ref) as materialized (
      select distinct c.partner, c.customer, null::bigint, 'bounced', null::text
      from new_rows n join contact c on c.partner = n.partner and c.address_key = n.address_key
      where n.bouncing_since is not null),
    counted (n) as (select count(*) from told)
    select partner, customer, order_id, cause, ref from told where (select n from counted) <= 20000
    union all
    select partner, null, null, min(cause), max(ref) from told where (select n from counted) > 20000 group by partner;
  end if;
  return null;
end
$$;
create trigger plan_address_state_added after insert on address_state
  referencing new table as new_rows for each statement execute function plan_address_state_added();

create function plan_address_state_changed() returns trigger language plpgsql as $$
begin
  if exists (select from plan) then
    insert into plan_stale (partner, customer, order_id, cause, ref)
    with told (partner, customer, order_id, cause, ref) as materialized (
      select distinct c.partner, c.customer, null::bigint, 'bounced', null::text
      from new_rows n join old_rows o on o.partner = n.partner and o.address_key = n.address_key
      join contact c on c.partner = n.partner and c.address_key = n.address_key
      where (n.bouncing_since is null) is distinct from (o.bouncing_since is null)),
    counted (n) as (select count(*) from told)
    select partner, customer, order_id, cause, ref from told where (select n from counted) <= 20000
    union all
    select partner, null, null, min(cause), max(ref) from told where (select n from counted) > 20000 group by partner;
  end if;
  return null;
end
$$;
create trigger plan_address_state_changed after update on address_state
  referencing old table as old_rows new table as new_rows for each statement execute function plan_address_state_changed();

create function plan_instruction_given() returns trigger language plpgsql as $$
begin
  if exists (select from plan) then
    insert into plan_stale (partner, customer, order_id, cause, ref)
    with told (partner, customer, order_id, cause, ref) as materialized (
      select partner, customer, null::bigint, 'instruction', person_name from new_rows),
    counted (n) as (select count(*) from told)
    select partner, customer, order_id, cause, ref from told where (select n from counted) <= 20000
    union all
    select partner, null, null, min(cause), max(ref) from told where (select n from counted) > 20000 group by partner;
  end if;
  return null;
end
$$;
create trigger plan_instruction_given after insert on instruction
  referencing new table as new_rows for each statement execute function plan_instruction_given();

create function plan_instruction_changed() returns trigger language plpgsql as $$
begin
  if exists (select from plan) then
    insert into plan_stale (partner, customer, order_id, cause, ref)
    with told (partner, customer, order_id, cause, ref) as materialized (
      select partner, customer, null::bigint, 'instruction', person_name from new_rows),
    counted (n) as (select count(*) from told)
    select partner, customer, order_id, cause, ref from told where (select n from counted) <= 20000
    union all
    select partner, null, null, min(cause), max(ref) from told where (select n from counted) > 20000 group by partner;
  end if;
  return null;
end
$$;
create trigger plan_instruction_changed after update on instruction
  referencing old table as old_rows new table as new_rows for each statement execute function plan_instruction_changed();

-- Row-level security, as in the first migration.
do $$
declare
  t text;
begin
  foreach t in array array['instruction', 'plan_approval', 'plan', 'plan_cell', 'plan_line', 'plan_total', 'plan_group',
    'plan_change', 'plan_change_total', 'plan_stale']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy own_partner on %I using (partner = (select nullif(current_setting(''vigente.partner'', true), '''')::integer))', t);
  end loop;
end
$$;
