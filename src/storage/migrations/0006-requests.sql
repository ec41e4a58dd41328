-- A renewal request from asked to closed: who takes care of it, when to look at it again, how it ended.
alter table renewal_request
  add column state text not null default 'open'
    check (state in ('open', 'renewed', 'renewed-elsewhere', 'declined')),
  -- while it is open: whether it keeps the order's touches silent. Opened again, it does not, until somebody says so
  add column silent boolean not null default true,
  add column owner text,
  add column next_on date,
  -- why it was declined
  add column reason text,
  -- the order that carried it out, and the link that stood in the inventory before it
  add column new_number text,
  add column link_before text,
  add column closed_at timestamptz,
  add column closed_by text;
update renewal_request set state = answer, closed_at = at, closed_by = person_name
  where answer <> 'renew';
alter table renewal_request drop column answer;
create index renewal_request_by_day on renewal_request (partner, at desc, id);

-- What happened to a request: who, when, what was and what is. Only ever added to.
create table renewal_request_event (
  partner integer not null references partner (id),
  id bigint generated always as identity,
  request bigint not null,
  at timestamptz not null,
  kind text not null,
  -- null: the customer, through a link
  person text,
  person_name text,
  before jsonb,
  after jsonb,
  primary key (partner, id)
);
create index renewal_request_event_of_request on renewal_request_event (partner, request, id);
create trigger renewal_request_event_append_only before update or delete on renewal_request_event
  for each statement execute function refuse_rewrite();

alter table renewal_request_event enable row level security;
alter table renewal_request_event force row level security;
create policy own_partner on renewal_request_event
  using (partner = (select nullif(current_setting('vigente.partner', true), '')::integer));
