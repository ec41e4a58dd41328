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

-- Search in spite of a slip of the finger or a missing accent. The words of companies' and people's names, each with
-- what bears it, and the groups of three letters of each different word, by which words like it are found. Rows with
-- equality and ranges, because row-level security keeps `like` and the operators of pg_trgm from an index; and of names
-- of people and companies only, which are few beside orders and host names.
create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- A name as its words are compared: without case, accents and punctuation. What it answers hangs on a dictionary, so it
-- serves no index; rows keep what it said.
create function fold_for_search(name text) returns text language sql stable as $$
  select btrim(regexp_replace(regexp_replace(lower(unaccent(name)), '[.''’`´·]', '', 'g'),
    '[\s!-/:-@\[-`{-~–—«»“”¿¡ºª|]+', ' ', 'g'))
$$;

create table search_word (
  partner integer not null,
  word text not null collate "C",
  kind text not null check (kind in ('customer', 'contact')),
  -- the customer or the contact
  subject bigint not null,
  primary key (partner, word, kind, subject)
);
create index search_word_of_subject on search_word (partner, kind, subject, word);
alter table search_word enable row level security;
alter table search_word force row level security;
create policy own_partner on search_word
  using (partner = (select nullif(current_setting('vigente.partner', true), '')::integer));

create table search_gram (
  partner integer not null,
  gram text not null collate "C",
  word text not null collate "C",
  primary key (partner, gram, word)
);
alter table search_gram enable row level security;
alter table search_gram force row level security;
create policy own_partner on search_gram
  using (partner = (select nullif(current_setting('vigente.partner', true), '')::integer));

-- Numbers are found as they are or not at all: only words with a letter have groups of letters.
create function put_search_words(of_partner integer, of_kind text, subjects bigint[], names text[])
returns void language plpgsql set enable_seqscan = off as $$
declare
  fresh text[];
begin
  with said as (
    select distinct s.subject, left(w.word, 40) as word
    from unnest(subjects, names) s (subject, name),
      lateral regexp_split_to_table(fold_for_search(s.name), ' ') w (word)
    where length(w.word) > 1
  ), put as (
    insert into search_word (partner, word, kind, subject)
    select of_partner, word, of_kind, subject from said order by word
    on conflict do nothing
    returning word
  )
  select array_agg(distinct word) filter (where word ~ '[^0-9]') into fresh from put;
  insert into search_gram (partner, gram, word)
  select of_partner, g.gram, f.word from unnest(fresh) f (word), lateral unnest(show_trgm(f.word)) g (gram)
  where not exists (select from search_gram k
    where k.partner = of_partner and k.gram = '  ' || left(f.word, 1) and k.word = f.word)
  order by 2, 3
  on conflict do nothing;
end
$$;

create function take_search_words(of_partner integer, of_kind text, subjects bigint[])
returns void language plpgsql set enable_seqscan = off as $$
declare
  gone text[];
begin
  with taken as (
    delete from search_word where partner = of_partner and kind = of_kind and subject = any (subjects) returning word
  )
  select array_agg(distinct word) into gone from taken;
  -- A name that nobody bears any more leaves nothing behind.
  delete from search_gram g using unnest(gone) t (word)
  where g.partner = of_partner and g.gram = any (show_trgm(t.word)) and g.word = t.word
    and not exists (select from search_word w where w.partner = of_partner and w.word = t.word);
end
$$;

create function customers_said() returns trigger language plpgsql as $$
begin
  perform put_search_words(partner, 'customer', array_agg(id), array_agg(name)) from fresh group by partner;
  return null;
end
$$;
create function contacts_said() returns trigger language plpgsql as $$
begin
  perform put_search_words(partner, 'contact', array_agg(id), array_agg(name))
  from fresh where name is not null group by partner;
  return null;
end
$$;
create function names_gone() returns trigger language plpgsql as $$
begin
  perform take_search_words(partner, tg_argv[0], array_agg(id)) from gone group by partner;
  return null;
end
$$;
create function name_changed() returns trigger language plpgsql as $$
begin
  perform take_search_words(new.partner, tg_argv[0], array[new.id]);
  if new.name is not null then
    perform put_search_words(new.partner, tg_argv[0], array[new.id], array[new.name]);
  end if;
  return null;
end
$$;
create trigger search_words_added after insert on customer
  referencing new table as fresh for each statement execute function customers_said();
create trigger search_words_added after insert on contact
  referencing new table as fresh for each statement execute function contacts_said();
create trigger search_words_removed after delete on customer
  referencing old table as gone for each statement execute function names_gone('customer');
create trigger search_words_removed after delete on contact
  referencing old table as gone for each statement execute function names_gone('contact');
create trigger search_words_changed after update of name on customer
  for each row when (old.name is distinct from new.name) execute function name_changed('customer');
create trigger search_words_changed after update of name on contact
  for each row when (old.name is distinct from new.name) execute function name_changed('contact');

-- Row-level security binds the owner of the tables as well, who would find nothing to begin with.
alter table customer no force row level security;
alter table contact no force row level security;
alter table search_word no force row level security;
alter table search_gram no force row level security;
do $$ begin
  perform put_search_words(partner, 'customer', array_agg(id), array_agg(name)) from customer group by partner;
  perform put_search_words(partner, 'contact', array_agg(id), array_agg(name)) from contact
    where name is not null group by partner;
end $$;
alter table customer force row level security;
alter table contact force row level security;
alter table search_word force row level security;
alter table search_gram force row level security;
