-- What a partner has decided, in versions: its calendars of notices and its settings. Only ever added to; going back
-- is a new version with an old content.

create table cadence_version (
  partner integer not null references partner (id),
  version integer not null check (version > 0),
  -- cadence/cadence-document.ts describes it
  document jsonb not null,
  at timestamptz not null,
  -- null: nobody signed in, such as the command line
  person text,
  person_name text,
  note text,
  -- the version whose content this one took up again
  from_version integer,
  primary key (partner, version)
);

create table settings_version (
  partner integer not null references partner (id),
  -- a group of settings that is changed as one, see partners/settings-parts.ts
  part text not null,
  version integer not null check (version > 0),
  -- what the part held before and holds since
  before jsonb not null,
  after jsonb not null,
  at timestamptz not null,
  person text,
  person_name text,
  note text,
  primary key (partner, part, version)
);

create function refuse_version_rewrite() returns trigger language plpgsql as $$
begin
  raise exception 'versions are append-only';
end
$$;
create trigger cadence_version_append_only before update or delete on cadence_version
  for each statement execute function refuse_version_rewrite();
create trigger settings_version_append_only before update or delete on settings_version
  for each statement execute function refuse_version_rewrite();

-- The calendars in force, for whoever reads a partner; 0: the built-in ones.
alter table partner
  add column cadence jsonb,
  add column cadence_version integer not null default 0,
  -- when the rules of planning changed last, and up to which change every clock was brought up for it
  add column rules_changed_at timestamptz,
  add column clocks_woken_at timestamptz;

-- Under which version of the calendars a decision was made.
alter table touch_event add column cadence text;

-- A day's deletions, so that several processes do them once.
create table retention_run (
  partner integer not null references partner (id),
  day date not null,
  at timestamptz not null,
  finished_at timestamptz,
  removed jsonb not null default '{}',
  primary key (partner, day)
);

-- What a message said may be forgotten while that it was said stays proven.
alter table notice add column content_removed_at timestamptz;
create index notice_content on notice (partner, finished_at) where facts is not null and finished_at is not null;

-- Likewise of an import: what it changed is needed only as long as it can be undone.
alter table import add column changes_removed_at timestamptz;

-- The audit log stays append-only but for what is older than a year, and that only while retention is at work.
create or replace function refuse_audit_rewrite() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_setting('vigente.retention', true) = 'on' then
    return null;
  end if;
  raise exception 'the audit log is append-only';
end
$$;
create function refuse_young_audit_removal() returns trigger language plpgsql as $$
begin
  if current_setting('vigente.retention', true) = 'on' and old.at < clock_timestamp() - interval '365 days' then
    return old;
  end if;
  raise exception 'the audit log keeps everything for a year';
end
$$;
create trigger audit_keeps_a_year before delete on audit
  for each row execute function refuse_young_audit_removal();

do $$
declare
  t text;
begin
  foreach t in array array['cadence_version', 'settings_version', 'retention_run'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy own_partner on %I using (partner = (select nullif(current_setting(''vigente.partner'', true), '''')::integer))', t);
  end loop;
end
$$;
