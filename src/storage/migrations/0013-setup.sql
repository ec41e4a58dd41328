-- What people said about the steps of the set-up guide. Whether a step is done is read from what is set wherever it
-- can be; here stands only what nothing else shows: that a step was looked at and is as it should be, or has to wait.

create table setup_word (
  partner integer not null references partner (id),
  -- a step of contract/setup.ts
  step text not null,
  word text not null check (word in ('confirmed', 'skipped')),
  at timestamptz not null,
  -- null: nobody signed in
  person text,
  person_name text,
  primary key (partner, step)
);

alter table setup_word enable row level security;
alter table setup_word force row level security;
create policy own_partner on setup_word
  using (partner = (select nullif(current_setting('vigente.partner', true), '')::integer));
