-- Who signs in. The library that proves it (better-auth 1.7) keeps its tables in a schema of their own, with the
-- columns that it names itself; nothing else is written there but through src/access.
create schema if not exists people;

create table people.person (
  "id" text not null primary key,
  "name" text not null,
  "email" text not null unique,
  "emailVerified" boolean not null,
  "image" text,
  "createdAt" timestamptz default CURRENT_TIMESTAMP not null,
  "updatedAt" timestamptz default CURRENT_TIMESTAMP not null,
  "twoFactorEnabled" boolean,
  -- how the console greets the person; null: as the browser asks
  language text check (language in ('es', 'en')),
  theme text check (theme in ('auto', 'light', 'dark')),
  time_zone text
);

create table people.session (
  "id" text not null primary key,
  "expiresAt" timestamptz not null,
  "token" text not null unique,
  "createdAt" timestamptz default CURRENT_TIMESTAMP not null,
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references people.person ("id") on delete cascade
);
create index session_of_person on people.session ("userId");

create table people.credential (
  "id" text not null primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references people.person ("id") on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  "scope" text,
  -- scrypt, with its salt
  "password" text,
  "createdAt" timestamptz default CURRENT_TIMESTAMP not null,
  "updatedAt" timestamptz not null
);
create index credential_of_person on people.credential ("userId");

-- Short-lived proofs: password resets, the step between password and second factor. Identifiers are kept as hashes.
create table people.verification (
  "id" text not null primary key,
  "identifier" text not null,
  "value" text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz default CURRENT_TIMESTAMP not null,
  "updatedAt" timestamptz default CURRENT_TIMESTAMP not null
);
create index verification_by_identifier on people.verification ("identifier");

-- Secret and recovery codes are encrypted with the installation's secret.
create table people.second_factor (
  "id" text not null primary key,
  "secret" text not null,
  "backupCodes" text not null,
  "userId" text not null references people.person ("id") on delete cascade,
  "verified" boolean,
  "failedVerificationCount" integer,
  "lockedUntil" timestamptz
);
create index second_factor_of_person on people.second_factor ("userId");

-- Wrong guesses, per account and per network address; `key` is a hash of either.
create table people.guess (
  key text not null primary key,
  failures integer not null,
  last_at timestamptz not null,
  locked_until timestamptz
);

-- What a person may do at a partner. One person may belong to several.
create table membership (
  partner integer not null references partner (id),
  person text not null references people.person ("id"),
  role text not null check (role in ('administrator', 'renewals-manager', 'sales', 'support', 'viewer')),
  sees_prices boolean not null default false,
  -- limited to these customers; null: all
  customers bigint[],
  version integer not null default 1,
  invited_at timestamptz,
  joined_at timestamptz not null,
  disabled_at timestamptz,
  primary key (partner, person)
);
create index membership_of_person on membership (person);

create table invitation (
  partner integer not null references partner (id),
  id bigint generated always as identity,
  email text not null,
  name text not null,
  role text not null check (role in ('administrator', 'renewals-manager', 'sales', 'support', 'viewer')),
  sees_prices boolean not null default false,
  customers bigint[],
  language text not null check (language in ('es', 'en')),
  token_hash text not null,
  -- null: made on the command line
  invited_by text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  joined_at timestamptz,
  revoked_at timestamptz,
  primary key (partner, id)
);
create unique index invitation_open on invitation (partner, email) where joined_at is null and revoked_at is null;
create unique index invitation_by_token on invitation (partner, token_hash);

-- Shown once when it is made; here is only its hash. It may do what its scopes and its maker's role both allow.
create table api_key (
  partner integer not null references partner (id),
  id bigint generated always as identity,
  name text not null,
  -- the first characters, so that people can tell their keys apart
  start text not null,
  hash text not null,
  scopes text[] not null,
  person text not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (partner, id)
);
create unique index api_key_by_hash on api_key (partner, hash);

-- Every change and every export of personal data: who, what, before, after.
create table audit (
  partner integer not null references partner (id),
  id bigint generated always as identity,
  at timestamptz not null default clock_timestamp(),
  -- null: nobody signed in, such as the command line
  person text,
  via text not null check (via in ('session', 'api-key', 'link', 'command')),
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  -- what people call the subject: an order's number, a customer's name
  label text,
  before jsonb,
  after jsonb,
  words tsvector generated always as (
    to_tsvector('simple', coalesce(label, '')) || to_tsvector('simple', subject_id) ||
    to_tsvector('simple', coalesce(before, '{}')) || to_tsvector('simple', coalesce(after, '{}'))
  ) stored,
  primary key (partner, id)
);
create index audit_of_subject on audit (partner, subject_kind, subject_id, id desc);
create index audit_of_person on audit (partner, person, id desc);
create index audit_words on audit using gin (words);

create function refuse_audit_rewrite() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log is append-only';
end
$$;
create trigger audit_append_only before update or delete on audit
  for each statement execute function refuse_audit_rewrite();
create trigger audit_never_emptied before truncate on audit
  for each statement execute function refuse_audit_rewrite();

do $$
declare
  t text;
begin
  foreach t in array array['membership', 'invitation', 'api_key', 'audit'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
  foreach t in array array['invitation', 'api_key', 'audit'] loop
    execute format(
      'create policy own_partner on %I using (partner = (select nullif(current_setting(''vigente.partner'', true), '''')::integer))', t);
  end loop;
end
$$;

-- Whoever acts for a partner sees that partner's memberships. Signing in happens before a partner is chosen, and
-- looks for all of one person's.
create policy own_partner on membership using (
  (select nullif(current_setting('vigente.partner', true), '')) is null
  or partner = (select nullif(current_setting('vigente.partner', true), '')::integer));
