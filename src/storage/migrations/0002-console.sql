-- What the console keeps, and the indexes that keep its lists fast. One section per feature.

-- Section: answers kept for Idempotency-Key, for a day.
create table idempotency_key (
  partner integer not null references partner (id),
  person text not null,
  key text not null,
  -- of method, path and body: the same key with other words is refused
  digest text not null,
  at timestamptz not null,
  -- null while the first request is still being answered
  status smallint,
  headers jsonb,
  body text,
  primary key (partner, person, key)
);
create index idempotency_key_age on idempotency_key (partner, at);

-- Section: what can be taken back for a while. `steps` hold what was before, see inventory/undo-step.ts.
create table undo (
  partner integer not null references partner (id),
  token text not null,
  person text not null,
  action text not null,
  at timestamptz not null,
  until timestamptz not null,
  steps jsonb not null,
  used_at timestamptz,
  primary key (partner, token)
);
create index undo_age on undo (partner, until);

-- Section: notes that people write about an order or a customer.
create table note (
  partner integer not null references partner (id),
  id bigint generated always as identity,
  subject text not null check (subject in ('order', 'customer')),
  subject_id bigint not null,
  person text not null,
  person_name text not null,
  words text not null,
  at timestamptz not null,
  removed_at timestamptz,
  primary key (partner, id)
);
create index note_of_subject on note (partner, subject, subject_id, id desc);

-- Section: what a person has said about an order that is perhaps renewed. It outlives imports, which ask anew.
create table succession_word (
  partner integer not null references partner (id),
  order_id bigint not null,
  answer text not null check (answer in ('confirmed', 'denied')),
  -- the orders that were shown as candidates; a new candidate asks anew
  successors text[] not null default '{}',
  person text not null,
  at timestamptz not null,
  primary key (partner, order_id)
);

-- Section: requests opened and closed by hand.
alter table renewal_request
  add column answer text not null default 'renew' check (answer in ('renew', 'renewed-elsewhere', 'declined')),
  add column person text,
  add column person_name text,
  add column note text;

-- Section: lists. Sparse filters begin at the orders, frequent ones walk the clocks by their end.
create index customer_sorted on customer (partner, name_key, id);
create index customer_by_owner on customer (partner, owner) where owner is not null;
-- Row-level security lets no expression over a column serve as a bound of an index, so what lists sort by is a column.
alter table orders
  add column product_key text not null generated always as (coalesce(product_name, '')) stored,
  add column ordered_key date not null generated always as (coalesce(ordered_on, '-infinity'::date)) stored,
  add column ends_key date not null generated always as (coalesce(covers_until, '-infinity'::date)) stored;
create index orders_by_product on orders (partner, product_key, id);
create index orders_by_owner on orders (partner, owner) where owner is not null;
create index orders_by_day on orders (partner, ordered_key, id);
create index orders_by_end on orders (partner, ends_key, id);
create index orders_by_number on orders (partner, number, id);
create index orders_perhaps on orders (partner, id) where renewed in ('perhaps', 'partly');
create index orders_requested on orders (partner, id) where renewal_requested_at is not null;
create index import_latest on import (partner, id desc);

-- Row-level security, as in the first migration.
do $$
declare
  t text;
begin
  foreach t in array array['idempotency_key', 'undo', 'note', 'succession_word']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy own_partner on %I using (partner = (select nullif(current_setting(''vigente.partner'', true), '''')::integer))', t);
  end loop;
end
$$;

-- Section: search. Row-level security lets an index serve only comparisons that cannot leak a row (proleakproof):
-- < and = can, like and the trigram operators cannot. So what is typed is looked for as the beginning of a number,
-- a name, a domain or an address, as a range in byte order.
create index orders_number_beginning on orders (partner, (number collate "C"), id);
create index order_name_beginning on order_name (partner, (name collate "C"), order_id);
create index order_name_domain on order_name (partner, (registrable collate "C"), order_id);
create index contact_address_beginning on contact (partner, (address_key collate "C"), id);
