-- A file that somebody has brought rests in the database until it is applied, discarded or a week old, so that every
-- web process knows it and any of them can read it.
create table import_upload (
  partner integer not null references partner (id),
  id text not null,
  file_name text not null,
  bytes bigint not null default 0,
  digest text,
  person text not null,
  person_name text not null,
  at timestamptz not null,
  stage text not null check (stage in
    ('receiving', 'reading', 'waiting', 'applying', 'applied', 'stopped', 'failed', 'discarded')),
  -- asks the process that works on it to stop
  stop boolean not null default false,
  -- by the database's clock: whoever is silent for long has lost its process
  beat_at timestamptz not null default now(),
  -- from this moment on it is gone, and the next sweep takes it away
  expires_at timestamptz not null,
  -- how it is to be read, how far it has come, what was found
  choices jsonb not null default '{}',
  progress jsonb not null default '{}',
  facts jsonb not null default '{}',
  -- which imports there were when the plan was made: with others the plan tells of another inventory
  planned_over text,
  primary key (partner, id)
);
create index import_upload_latest on import_upload (partner, at desc, id desc);

create table import_upload_piece (
  partner integer not null references partner (id),
  upload text not null,
  nth integer not null,
  bytes bytea not null,
  primary key (partner, upload, nth)
);
-- Packing costs more time than reading back, and workbooks are packed already.
alter table import_upload_piece alter column bytes set storage external;

create table import_upload_entry (
  partner integer not null references partner (id),
  upload text not null,
  list text not null check (list in ('added', 'changed', 'refused')),
  nth integer not null,
  entry jsonb not null,
  primary key (partner, upload, list, nth)
);

-- Who applied it; nobody for the command line. At most one import comes of an upload.
alter table import
  add column person text,
  add column person_name text,
  add column upload text;
create unique index import_of_upload on import (partner, upload) where upload is not null;
create index import_at on import (partner, applied_at desc, id desc);

-- The whole line as the file has it, so that refused lines can be given back in the file's own columns.
alter table import_refusal add column cells text[];

do $$
declare
  t text;
begin
  foreach t in array array['import_upload', 'import_upload_piece', 'import_upload_entry']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy own_partner on %I using (partner = (select nullif(current_setting(''vigente.partner'', true), '''')::integer))', t);
  end loop;
end
$$;
