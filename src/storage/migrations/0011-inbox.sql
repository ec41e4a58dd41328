-- What waits for one colleague: mentions, things of the customers and orders they look after, and the mail of a day.

-- Whom a note names. Its words hold `@[person]`; the name is the one of that moment.
create table note_mention (
  partner integer not null references partner (id),
  note bigint not null,
  person text not null,
  person_name text not null,
  at timestamptz not null,
  primary key (partner, note, person),
  foreign key (partner, note) references note (partner, id) on delete cascade
);
create index note_mention_at on note_mention (partner, at);
alter table note add column edited_at timestamptz;

-- One thing that waits for one person. It comes once for one cause, and goes by itself with it.
create table inbox_item (
  partner integer not null references partner (id),
  id bigint generated always as identity,
  person text not null,
  kind text not null check (kind in ('mentioned', 'request', 'request-day', 'lapsing', 'failed-notice', 'perhaps',
    'held-run', 'approve-day', 'import-failed')),
  -- what brought it, unique within person and kind
  cause text not null,
  -- what it leads to: a note, a request, a notice, a run, a day, an upload
  ref text not null,
  customer bigint,
  order_id bigint,
  -- since when it waits, and by when something is lost
  at timestamptz not null,
  due_at timestamptz,
  -- how many messages, what file: what the thing itself may have forgotten by then
  facts jsonb not null default '{}',
  read_at timestamptz,
  done_at timestamptz,
  -- not shown before that day
  snoozed_until date,
  -- the cause is gone; it comes back with it
  gone_at timestamptz,
  primary key (partner, id)
);
create unique index inbox_item_once on inbox_item (partner, person, kind, cause);
create index inbox_item_open on inbox_item (partner, person, at desc, id desc) where done_at is null and gone_at is null;
create index inbox_item_done on inbox_item (partner, person, done_at desc, id desc) where done_at is not null;

-- What a colleague wants to hear by mail. Without a row: at eight, on working days.
create table inbox_preference (
  partner integer not null references partner (id),
  person text not null,
  digest_on boolean not null default true,
  digest_hour smallint not null default 8 check (digest_hour between 0 and 23),
  changed_at timestamptz not null,
  primary key (partner, person)
);

-- The mail of one day to one person: its row is there before anything is sent, so that nobody gets two.
create table digest (
  partner integer not null references partner (id),
  person text not null,
  -- a day of the person's own zone
  day date not null,
  state text not null check (state in ('claimed', 'attempted', 'submitted', 'failed', 'uncertain', 'nothing')),
  -- rises with each claim; who holds a lower one may neither send nor record
  fence integer not null default 1,
  claimed_at timestamptz not null,
  items integer not null default 0,
  message_id text,
  finished_at timestamptz,
  primary key (partner, person, day)
);

-- Runs that wait for a person, among all that ever were.
create index pass_held on pass (partner, id) where state = 'held';

do $$
declare
  t text;
begin
  foreach t in array array['note_mention', 'inbox_item', 'inbox_preference', 'digest'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy own_partner on %I using (partner = (select nullif(current_setting(''vigente.partner'', true), '''')::integer))', t);
  end loop;
end
$$;
