-- Site bans and communication plans: two separate instruments (rule 6), each a case's, each with a chronology of its own.

-- The kinds of letter are the code's to name: more documents than the first four.
alter table letter drop constraint letter_kind_check;

create table site_ban (
  school_id uuid not null references school,
  id uuid not null,
  case_id uuid not null,
  state text not null check (state in
    ('considered', 'notice-of-intent', 'provisional', 'active', 'not-imposed', 'lapsed', 'lifted', 'expired')),
  version integer not null,
  -- What it rests on and how it would work, in words: sealed as one.
  plan bytea not null,
  -- The days that decide what holds today, so that no list waits for a job (rule 2).
  from_day date,
  until_day date,
  lapses_on date,
  review_on date,
  opened_at timestamptz not null,
  ended_at timestamptz,
  primary key (school_id, id),
  foreign key (school_id, case_id) references conduct_case,
  check ((state in ('considered', 'notice-of-intent', 'provisional', 'active')) = (ended_at is null)),
  -- No ban without an end of its own and a day on which it is looked at again (rule 1).
  check (state <> 'provisional' or (from_day is not null and lapses_on is not null)),
  check (state <> 'active' or (from_day is not null and until_day is not null and review_on is not null))
);
call guard_table('site_ban');
-- One ban of a case at a time.
create unique index site_ban_one on site_ban (school_id, case_id) where ended_at is null;

create table site_ban_event (
  school_id uuid not null references school,
  ban_id uuid not null,
  seq integer not null,
  at timestamptz not null,
  -- Unset for what happens by itself: a lapse, an expiry.
  member_id uuid,
  deed jsonb not null,
  to_state text not null,
  words bytea,
  primary key (school_id, ban_id, seq),
  foreign key (school_id, ban_id) references site_ban,
  foreign key (school_id, member_id) references member
);
call guard_table('site_ban_event');

create table communication_plan (
  school_id uuid not null references school,
  id uuid not null,
  case_id uuid not null,
  state text not null check (state in ('draft', 'active', 'ended')),
  version integer not null,
  terms bytea not null,
  from_day date,
  until_day date,
  review_on date,
  reviewed_on date,
  made_by uuid not null,
  opened_at timestamptz not null,
  ended_at timestamptz,
  ended_how text check (ended_how in ('by-itself', 'lifted', 'dropped')),
  primary key (school_id, id),
  foreign key (school_id, case_id) references conduct_case,
  foreign key (school_id, made_by) references member,
  check ((state = 'ended') = (ended_at is not null)),
  check (state <> 'active' or (from_day is not null and until_day is not null and review_on is not null))
);
call guard_table('communication_plan');
create unique index communication_plan_one on communication_plan (school_id, case_id) where ended_at is null;
