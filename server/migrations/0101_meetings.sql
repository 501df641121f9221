-- Meetings of a case: offered at two times or more, agreed, held with notes that the parent can correct. What they are
-- about is sealed; days and states are not, so that lists and reminders need open nothing.

create table meeting (
  school_id uuid not null references school,
  id uuid not null,
  case_id uuid not null,
  state text not null check (state in ('offered', 'agreed', 'held', 'shared', 'missed', 'cancelled')),
  version integer not null,
  plan bytea not null,
  minutes integer not null check (minutes > 0),
  -- The moments offered.
  slots jsonb not null,
  reply_by date not null,
  -- The one that was chosen.
  starts_at timestamptz,
  reminded_at timestamptz,
  notes bytea,
  made_at timestamptz not null,
  primary key (school_id, id),
  foreign key (school_id, case_id) references conduct_case,
  check (state not in ('agreed', 'held', 'shared', 'missed') or starts_at is not null),
  check (state not in ('held', 'shared') or notes is not null)
);
call guard_table('meeting');
create index meeting_of on meeting (school_id, case_id);
create index meeting_ahead on meeting (school_id, starts_at) where state = 'agreed';

create table meeting_event (
  school_id uuid not null references school,
  meeting_id uuid not null,
  seq integer not null,
  at timestamptz not null,
  -- Unset for what the parent did themselves.
  member_id uuid,
  act text not null,
  words bytea,
  primary key (school_id, meeting_id, seq),
  foreign key (school_id, meeting_id) references meeting,
  foreign key (school_id, member_id) references member
);
call guard_table('meeting_event');
