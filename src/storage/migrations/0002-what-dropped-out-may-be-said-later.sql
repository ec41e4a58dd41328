-- A delivery that dropped out of its message reached nobody. When what had stopped it is taken back, the same stage
-- may be said to the same address after all.
drop index delivery_once;
create unique index delivery_once on delivery (partner, clock, anchor, stage, channel, address_key)
  where dropped_at is null;
