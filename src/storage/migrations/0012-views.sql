-- How people look at lists: a page's filters, sort and columns under a name, of one's own or shared with the partner.
create table saved_view (
  partner integer not null references partner (id),
  id bigint generated always as identity,
  -- a page of contract/views.ts
  page text not null,
  name text not null,
  -- the words of the page's address: filters, text, sort
  words jsonb not null,
  -- keys of the columns in their order, a hidden one with - before it; null: as each person has them
  columns jsonb,
  shared boolean not null,
  -- who made it; nobody else sees it unless it is shared
  person text not null,
  person_name text not null,
  changed_at timestamptz not null,
  removed_at timestamptz,
  primary key (partner, id)
);
create index saved_view_of_person on saved_view (partner, person) where removed_at is null;
create index saved_view_shared on saved_view (partner) where shared and removed_at is null;

alter table saved_view enable row level security;
alter table saved_view force row level security;
create policy own_partner on saved_view
  using (partner = (select nullif(current_setting('vigente.partner', true), '')::integer));

-- How a person likes a page: which columns where no view says it, and the view that it opens with.
create table list_choice (
  partner integer not null references partner (id),
  person text not null,
  page text not null,
  columns jsonb,
  default_view bigint,
  primary key (partner, person, page)
);

alter table list_choice enable row level security;
alter table list_choice force row level security;
create policy own_partner on list_choice
  using (partner = (select nullif(current_setting('vigente.partner', true), '')::integer));
