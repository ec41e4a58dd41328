-- A partner's own mail server, the key that signs its mail, and what was seen of both.

create table mail_server (
  partner integer not null references partner (id),
  host text not null,
  port integer not null check (port between 1 and 65535),
  security text not null check (security in ('tls', 'starttls', 'starttls-if-offered', 'none')),
  verify_certificate boolean not null default true,
  user_name text,
  -- sealed with a key that is derived from the installation's secret, see kernel/sealed-text.ts
  password_sealed text,
  -- rises with each change, so that every process knows an old connection from a new one
  version integer not null,
  changed_at timestamptz not null,
  changed_by text,
  primary key (partner)
);

-- What a check found last: one row for the server and one for the domain.
create table mail_check (
  partner integer not null references partner (id),
  kind text not null check (kind in ('server', 'domain')),
  at timestamptz not null,
  result jsonb not null,
  primary key (partner, kind)
);

create table dkim_key (
  partner integer not null references partner (id),
  id bigint generated always as identity,
  domain text not null,
  selector text not null,
  -- SPKI in base64, as it stands in the record
  public_key text not null,
  private_sealed text not null,
  made_at timestamptz not null,
  -- when its record was seen in the DNS; it signs from then on
  active_since timestamptz,
  retired_at timestamptz,
  primary key (partner, id)
);
create unique index dkim_key_selector on dkim_key (partner, domain, selector);

do $$
declare
  t text;
begin
  foreach t in array array['mail_server', 'mail_check', 'dkim_key'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy own_partner on %I using (partner = (select nullif(current_setting(''vigente.partner'', true), '''')::integer))', t);
  end loop;
end
$$;
