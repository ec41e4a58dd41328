-- What the list of expiring certificates is read from: a row for each clock that can stand in it (its order issued and
-- not withdrawn, its certificate not replaced), with what the order says that the list is narrowed by. A page is chosen
-- here along one index, and only its rows are then looked up elsewhere.
--
-- Triggers keep it, so that no statement can forget to. A line follows its clock, its order and its certificate only:
-- what a customer says of all its orders is asked of the customer, else a word about a customer and one about an order
-- would wait for each other's lines. The moments at which clocks are looked at move with every pass and are not here.
create table expiring_line (
  partner integer not null,
  order_id bigint not null,
  clock bigint not null,
  kind text not null,
  ends_at timestamptz not null,
  customer bigint not null,
  authority text not null,
  product_key text not null,
  -- who looks after the order by its own word; empty: the customer's owner
  owner_key text not null,
  -- the order's switch and the customer's wish about this order
  notices_go boolean not null,
  renewed text not null,
  requested boolean not null,
  primary key (partner, order_id, clock)
);
alter table expiring_line enable row level security;
alter table expiring_line force row level security;
create policy own_partner on expiring_line
  using (partner = (select nullif(current_setting('vigente.partner', true), '')::integer));

-- Row-level security binds the owner of the tables as well, who would find nothing to begin with.
alter table clock no force row level security;
alter table orders no force row level security;
alter table certificate no force row level security;
alter table expiring_line no force row level security;
insert into expiring_line (partner, order_id, clock, kind, ends_at, customer, authority, product_key, owner_key,
  notices_go, renewed, requested)
select c.partner, o.id, c.id, c.kind, c.ends_at, o.customer, o.authority, o.product_key, coalesce(o.owner, ''),
  o.notices_on and o.muted_at is null, o.renewed, o.renewal_requested_at is not null
from clock c
join orders o on o.partner = c.partner and o.id = c.order_id
left join certificate x on c.kind = 'certificate' and x.partner = c.partner and x.id = c.subject
where o.status = 'issued' and o.withdrawn_at is null and x.replaced_at is null;
alter table clock force row level security;
alter table orders force row level security;
alter table certificate force row level security;
alter table expiring_line force row level security;

create index expiring_line_by_end on expiring_line (partner, ends_at, clock) include (kind, renewed);
create index expiring_line_by_customer on expiring_line (partner, customer, ends_at, clock);
create index expiring_line_by_product on expiring_line (partner, product_key, ends_at, clock);
-- What is seldom: without these the whole list would be walked to find a handful.
create index expiring_line_by_owner on expiring_line (partner, owner_key, ends_at, clock) where owner_key <> '';
create index expiring_line_silent on expiring_line (partner, ends_at, clock) where not notices_go;
create index expiring_line_requested on expiring_line (partner, ends_at, clock) where requested;
create index expiring_line_answered on expiring_line (partner, renewed, ends_at, clock) where renewed <> 'no';
create index customer_without_owner on customer (partner, id) where owner is null;
create index customer_silent on customer (partner, id) where not notices_on;

-- Without sequential scans: a connection keeps the plans of its triggers, and one made while the tables were small would
-- read them whole for every row of the next large import.
create function add_expiring_lines() returns trigger language plpgsql set enable_seqscan = off as $$
begin
  insert into expiring_line (partner, order_id, clock, kind, ends_at, customer, authority, product_key, owner_key,
    notices_go, renewed, requested)
  select c.partner, o.id, c.id, c.kind, c.ends_at, o.customer, o.authority, o.product_key, coalesce(o.owner, ''),
    o.notices_on and o.muted_at is null, o.renewed, o.renewal_requested_at is not null
  from fresh c
  -- `offset 0`: a look-up by key for every clock, whatever the planner believes in the middle of a large import.
  cross join lateral (select * from orders o where o.partner = c.partner and o.id = c.order_id offset 0) o
  left join lateral (select x.replaced_at from certificate x where x.partner = c.partner
    and x.id = case when c.kind = 'certificate' then c.subject end offset 0) x on true
  where o.status = 'issued' and o.withdrawn_at is null and x.replaced_at is null;
  return null;
end
$$;
create trigger expiring_lines_added after insert on clock
  referencing new table as fresh for each statement execute function add_expiring_lines();

create function remove_expiring_lines() returns trigger language plpgsql set enable_seqscan = off as $$
begin
  delete from expiring_line l using gone g
  where l.partner = g.partner and l.order_id = g.order_id and l.clock = g.id;
  return null;
end
$$;
create trigger expiring_lines_removed after delete on clock
  referencing old table as gone for each statement execute function remove_expiring_lines();

-- Row by row and only where something differs: imports set every column of every order they confirm.
create function move_expiring_line() returns trigger language plpgsql set enable_seqscan = off as $$
begin
  update expiring_line set ends_at = new.ends_at
  where partner = new.partner and order_id = new.order_id and clock = new.id;
  return null;
end
$$;
create trigger expiring_line_moved after update of ends_at on clock
  for each row when (old.ends_at <> new.ends_at) execute function move_expiring_line();

create function tell_expiring_lines() returns trigger language plpgsql set enable_seqscan = off as $$
begin
  update expiring_line set customer = new.customer, authority = new.authority, product_key = new.product_key,
    owner_key = coalesce(new.owner, ''), notices_go = new.notices_on and new.muted_at is null, renewed = new.renewed,
    requested = new.renewal_requested_at is not null
  where partner = new.partner and order_id = new.id;
  return null;
end
$$;
create trigger expiring_lines_told
  after update of customer, authority, product_name, owner, notices_on, muted_at, renewed, renewal_requested_at on orders
  for each row when (new.status = 'issued' and new.withdrawn_at is null
    and (old.customer, old.authority, old.product_name, old.owner, old.notices_on, old.muted_at is null, old.renewed,
        old.renewal_requested_at is null)
      is distinct from (new.customer, new.authority, new.product_name, new.owner, new.notices_on, new.muted_at is null,
        new.renewed, new.renewal_requested_at is null))
  execute function tell_expiring_lines();

-- Whether the clocks of an order can stand in the list at all.
create function settle_expiring_lines(of_partner integer, of_order bigint) returns void language plpgsql set enable_seqscan = off as $$
begin
  delete from expiring_line l where l.partner = of_partner and l.order_id = of_order and not exists (
    select from clock c
    join orders o on o.partner = c.partner and o.id = c.order_id
    left join certificate x on c.kind = 'certificate' and x.partner = c.partner and x.id = c.subject
    where c.partner = of_partner and c.id = l.clock
      and o.status = 'issued' and o.withdrawn_at is null and x.replaced_at is null);
  insert into expiring_line (partner, order_id, clock, kind, ends_at, customer, authority, product_key, owner_key,
    notices_go, renewed, requested)
  select c.partner, o.id, c.id, c.kind, c.ends_at, o.customer, o.authority, o.product_key, coalesce(o.owner, ''),
    o.notices_on and o.muted_at is null, o.renewed, o.renewal_requested_at is not null
  from clock c
  join orders o on o.partner = c.partner and o.id = c.order_id
  left join certificate x on c.kind = 'certificate' and x.partner = c.partner and x.id = c.subject
  where c.partner = of_partner and c.order_id = of_order
    and o.status = 'issued' and o.withdrawn_at is null and x.replaced_at is null
  on conflict (partner, order_id, clock) do nothing;
end
$$;

create function settle_lines_of_order() returns trigger language plpgsql set enable_seqscan = off as $$
begin
  perform settle_expiring_lines(new.partner, new.id);
  return null;
end
$$;
create trigger expiring_lines_settled after update of status, withdrawn_at on orders
  for each row when ((old.status = 'issued' and old.withdrawn_at is null)
    <> (new.status = 'issued' and new.withdrawn_at is null))
  execute function settle_lines_of_order();

create function settle_lines_of_certificate() returns trigger language plpgsql set enable_seqscan = off as $$
begin
  -- The order is waited for, should it be changing: its clock may be about to leave the list for another reason.
  perform from orders where partner = new.partner and id = new.order_id for share;
  perform settle_expiring_lines(new.partner, new.order_id);
  return null;
end
$$;
create trigger expiring_lines_of_certificate after update of replaced_at on certificate
  for each row when ((old.replaced_at is null) <> (new.replaced_at is null))
  execute function settle_lines_of_certificate();
