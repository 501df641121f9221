-- A note that somebody used reports to abuse: on one concern, with a reason and an end, agreed by two people or the Head.
-- It is found again by a keyed hash of the address that lay beside that concern; it names nobody and stops nothing.
create table reporter_mark (
  school_id uuid not null references school,
  id uuid not null,
  concern_id uuid not null,
  -- Whether its reporter gave no name: such marks are never brought together with those of reporters who did.
  anonymous boolean not null,
  ground text not null check (ground in ('abuse', 'again', 'untrue')),
  note bytea not null,
  message bytea not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  agreed_by uuid,
  agreed_at timestamptz,
  expires_on date not null,
  primary key (school_id, id),
  unique (school_id, concern_id),
  foreign key (school_id, concern_id) references concern,
  foreign key (school_id, asked_by) references member,
  foreign key (school_id, agreed_by) references member,
  check ((agreed_by is null) = (agreed_at is null))
);
call guard_table('reporter_mark');

create table reporter_mark_key (
  school_id uuid not null references school,
  mark_id uuid not null,
  address_hash bytea not null,
  primary key (school_id, mark_id, address_hash),
  foreign key (school_id, mark_id) references reporter_mark on delete cascade
);
call guard_table('reporter_mark_key');
