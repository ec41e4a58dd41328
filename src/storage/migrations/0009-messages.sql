-- What people do about runs and messages, and the indexes that find one message among a million.

-- A run that a person has stopped keeps its notices until it is resumed; a discarded one's are withdrawn.
alter table pass drop constraint pass_state_check;
alter table pass add constraint pass_state_check
  check (state in ('planning', 'held', 'released', 'stopped', 'discarded'));
alter table pass
  -- who said last what becomes of it, when and why
  add column word_at timestamptz,
  add column word_by text,
  add column word_note text;
create index pass_latest on pass (partner, id desc);

alter table notice
  -- a person asked for it: neither the window of its stage nor the choice of recipients is asked again
  add column by_hand boolean not null default false,
  add column asked_by text,
  add column asked_why text,
  -- the notice whose words are said once more
  add column resend_of bigint,
  -- failed, bounced or uncertain, and somebody has taken care of it
  add column seen_at timestamptz,
  add column seen_by text;

-- A resend carries what its first message carried: the same stage reaches the same address once more, by a person's word.
alter table delivery add column resent boolean not null default false;
drop index delivery_once;
create unique index delivery_once on delivery (partner, clock, anchor, stage, channel, address_key)
  where dropped_at is null and not resent;

-- Two clicks are one resend.
create unique index notice_resend_open on notice (partner, resend_of, address_key)
  where resend_of is not null and state in ('waiting', 'claimed', 'attempted');
create index notice_resends on notice (partner, resend_of) where resend_of is not null;

-- States that are rare among many; the frequent ones are met soon by walking from the newest.
create index notice_troubled on notice (partner, state, planned_at desc, id desc)
  where state in ('failed', 'uncertain', 'bounced', 'withdrawn');
create index notice_unseen on notice (partner, planned_at desc, id desc)
  where state in ('failed', 'uncertain', 'bounced') and seen_at is null;
