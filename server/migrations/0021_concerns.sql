-- Concerns raised in confidence. What was said is sealed as content; who raised it lies in a table of its own, sealed
-- with another key. Nothing of the sender's connection is kept anywhere.

create table concern (
  school_id uuid not null references school,
  id uuid not null,
  -- Drawn at random within the year: a number in sequence would tell how many there are to somebody who may not see all.
  reference text not null,
  state text not null
    check (state in ('received', 'triage', 'held', 'case-open', 'case-held', 'exited', 'concluded')),
  version integer not null,
  -- Whom it goes past: decided by whom it is about.
  route text not null check (route in ('ordinary', 'past-head', 'past-governors', 'past-both')),
  channel text not null check (channel in ('web', 'phone', 'paper', 'spoken', 'mail')),
  -- How the school came to know. There is no value for looking for it or having somebody watch.
  awareness text not null
    check (awareness in ('reporter', 'told-in-person', 'shown', 'staff-member-of-group', 'authority')),
  mode text not null check (mode in ('named', 'confidential', 'anonymous')),
  urgent boolean not null,
  about text not null
    check (about in ('parent', 'teacher', 'staff', 'head', 'governors', 'head-and-governors', 'pupil', 'unsure')),
  child_writer text not null check (child_writer in ('yes', 'no', 'unsure')),
  place text not null check (place in ('group', 'other-group', 'direct', 'email', 'other-online')),
  group_id uuid,
  message_day date,
  account bytea not null,
  excerpt bytea,
  code_hash bytea not null,
  received_at timestamptz not null,
  acknowledge_by date not null,
  acknowledged_at timestamptz,
  screened_at timestamptz,
  about_us text check (about_us in ('no', 'partly', 'yes')),
  exit text check (exit in
    ('moderator-matter', 'complaint', 'staff-route', 'pupil-route', 'not-for-school', 'no-further-action')),
  case_id uuid,
  answered_at timestamptz,
  withdrawn_at timestamptz,
  ended_at timestamptz,
  primary key (school_id, id),
  unique (school_id, reference),
  unique (school_id, code_hash),
  foreign key (school_id, group_id) references chat_group,
  check ((state = 'exited') = (exit is not null)),
  check (state = 'received' or screened_at is not null)
);
call guard_table('concern');
create index concern_open on concern (school_id, received_at) where ended_at is null;

-- Where each member of staff stands towards a concern.
create table concern_member (
  school_id uuid not null references school,
  concern_id uuid not null,
  member_id uuid not null,
  excluded boolean not null default false,
  appointed boolean not null default false,
  declared_clear boolean not null default false,
  primary key (school_id, concern_id, member_id),
  foreign key (school_id, concern_id) references concern,
  foreign key (school_id, member_id) references member
);
call guard_table('concern_member');

-- The vault: who raised it. Every column is sealed with the key for identities.
create table concern_reporter (
  school_id uuid not null references school,
  concern_id uuid not null,
  name bytea,
  email bytea,
  phone bytea,
  primary key (school_id, concern_id),
  foreign key (school_id, concern_id) references concern
);
call guard_table('concern_reporter');

-- What happened with a concern, in order. "note" is the school's own; "message" is between school and reporter.
create table concern_event (
  school_id uuid not null references school,
  id uuid not null,
  concern_id uuid not null,
  at timestamptz not null,
  kind text not null,
  member_id uuid,
  note bytea,
  message bytea,
  primary key (school_id, id),
  foreign key (school_id, concern_id) references concern,
  foreign key (school_id, member_id) references member
);
call guard_table('concern_event');
create index concern_event_story on concern_event (school_id, concern_id, at);
