-- Cases: one row a case, and beside it everything that was gathered, said, assessed and decided. What people wrote is
-- sealed; who they are is sealed with the key for identities. The state is what the chronology adds up to.

create table conduct_case (
  school_id uuid not null references school,
  id uuid not null,
  -- Drawn at random within the year, as a concern's: a number in sequence would tell of cases somebody may not see.
  reference text not null,
  concern_id uuid,
  state text not null check (state in
    ('gathering', 'parent-contact', 'assessment', 'decision', 'outcome-issued', 'follow-up', 'closed')),
  version integer not null,
  -- By when the next step is due, on the school's own calendar.
  due date,
  opened_at timestamptz not null,
  -- What decides who sees it, as the chronology adds up: lists need not replay every case.
  sight jsonb not null,
  -- The clauses and the ladder of the policy version in force on the day of the message, as they read then.
  cited jsonb not null,
  -- What is said to have happened, in plain words the parent may read, and the words themselves.
  allegation bytea not null,
  quoted bytea not null,
  place bytea not null,
  follow_up bytea,
  closing bytea,
  retention text,
  keep_until date,
  closed_at timestamptz,
  primary key (school_id, id),
  unique (school_id, reference),
  unique (school_id, concern_id),
  foreign key (school_id, concern_id) references concern,
  check ((state = 'closed') = (closed_at is not null)),
  check ((closed_at is null) = (retention is null) and (retention is null) = (keep_until is null))
);
call guard_table('conduct_case');
create index conduct_case_open on conduct_case (school_id, opened_at) where closed_at is null;

-- Whom a case is about, and whom the words were about.
create table case_party (
  school_id uuid not null references school,
  id uuid not null,
  case_id uuid not null,
  part text not null check (part in ('subject', 'target')),
  sort text not null check (sort in ('parent', 'staff', 'pupil', 'other')),
  member_id uuid,
  name bytea not null,
  address bytea,
  email bytea,
  phone bytea,
  -- Interpreter, format, companion: asked once of everybody.
  needs bytea,
  primary key (school_id, id),
  foreign key (school_id, case_id) references conduct_case,
  foreign key (school_id, member_id) references member
);
call guard_table('case_party');
create index case_party_of on case_party (school_id, case_id);

-- The chronology: every act, in order, with the facts the rules go by.
create table case_event (
  school_id uuid not null references school,
  case_id uuid not null,
  seq integer not null,
  at timestamptz not null,
  member_id uuid not null,
  deed jsonb not null,
  from_state text,
  to_state text not null,
  note bytea,
  primary key (school_id, case_id, seq),
  foreign key (school_id, case_id) references conduct_case,
  foreign key (school_id, member_id) references member
);
call guard_table('case_event');

-- What was gathered from those involved.
create table case_account (
  school_id uuid not null references school,
  id uuid not null,
  case_id uuid not null,
  source text not null check (source in ('reporter', 'affected', 'witness', 'staff', 'moderator', 'other')),
  how text not null check (how in ('in-person', 'phone', 'video', 'email', 'letter', 'report')),
  given_on date not null,
  words bytea not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (school_id, id),
  foreign key (school_id, case_id) references conduct_case,
  foreign key (school_id, recorded_by) references member
);
call guard_table('case_account');
create index case_account_of on case_account (school_id, case_id);

-- Every contact with the parent and every try.
create table case_contact (
  school_id uuid not null references school,
  id uuid not null,
  case_id uuid not null,
  kind text not null check (kind in ('attempt', 'invitation', 'heard')),
  how text not null check (how in ('in-person', 'phone', 'video', 'email', 'letter')),
  happened_on date not null,
  reply_by date,
  words bytea not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (school_id, id),
  foreign key (school_id, case_id) references conduct_case,
  foreign key (school_id, recorded_by) references member
);
call guard_table('case_contact');
create index case_contact_of on case_contact (school_id, case_id);

-- The answers of the assessment, one a question; the last one counts.
create table case_answer (
  school_id uuid not null references school,
  case_id uuid not null,
  question text not null,
  choice text not null,
  words bytea not null,
  answered_by uuid not null,
  answered_at timestamptz not null,
  primary key (school_id, case_id, question),
  foreign key (school_id, case_id) references conduct_case,
  foreign key (school_id, answered_by) references member
);
call guard_table('case_answer');

-- Decisions, also those withdrawn before they were issued.
create table case_decision (
  school_id uuid not null references school,
  id uuid not null,
  case_id uuid not null,
  outcome text not null,
  label text not null,
  standing text not null,
  reasons bytea not null,
  expected bytea,
  jump_reason bytea,
  override_reason bytea,
  expires_on date,
  decided_by uuid not null,
  decided_at timestamptz not null,
  second_by uuid,
  second_at timestamptz,
  withdrawn_at timestamptz,
  primary key (school_id, id),
  foreign key (school_id, case_id) references conduct_case,
  foreign key (school_id, decided_by) references member,
  foreign key (school_id, second_by) references member
);
call guard_table('case_decision');
-- Two people deciding at once: the database, too, keeps only one decision that stands.
create unique index case_decision_one on case_decision (school_id, case_id) where withdrawn_at is null;
