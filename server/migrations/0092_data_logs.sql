-- Complaints about how the school handles data, and breaches of it, each with its clock.

create table data_complaint (
  school_id uuid not null references school,
  id uuid not null,
  state text not null check (state in ('received', 'acknowledged', 'closed')),
  version integer not null,
  received_on date not null,
  -- Calendar days, whatever the school's holidays (rule 36).
  acknowledge_by date not null,
  name bytea not null,
  contact bytea not null,
  words bytea not null,
  acknowledged_on date,
  outcome text check (outcome in ('upheld', 'partly', 'not-upheld', 'withdrawn')),
  answer bytea,
  closed_on date,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (school_id, id),
  foreign key (school_id, recorded_by) references member,
  check (state <> 'acknowledged' or acknowledged_on is not null),
  check ((state = 'closed') = (closed_on is not null) and (closed_on is null) = (outcome is null)
    and (closed_on is null) = (answer is null))
);
call guard_table('data_complaint');

-- What was done about a complaint, and what its writer was told on the way.
create table data_complaint_step (
  school_id uuid not null references school,
  id uuid not null,
  complaint_id uuid not null,
  kind text not null check (kind in ('looked-into', 'told')),
  happened_on date not null,
  words bytea not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (school_id, id),
  foreign key (school_id, complaint_id) references data_complaint,
  foreign key (school_id, recorded_by) references member
);
call guard_table('data_complaint_step');

create table data_breach (
  school_id uuid not null references school,
  id uuid not null,
  state text not null check (state in ('open', 'decided', 'closed')),
  version integer not null,
  -- When the school came to know; the 72 hours run from here, nights and holidays too.
  known_at timestamptz not null,
  notify_by timestamptz not null,
  words bytea not null,
  -- How many people it touches, as far as is known.
  people integer not null check (people >= 0),
  notify boolean,
  tell_people boolean,
  reasons bytea,
  decided_by uuid,
  decided_at timestamptz,
  -- When the regulator was told, with its reference.
  notified_at timestamptz,
  reference bytea,
  late_reason bytea,
  remedy bytea,
  closed_on date,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (school_id, id),
  foreign key (school_id, decided_by) references member,
  foreign key (school_id, recorded_by) references member,
  check ((state = 'open') = (notify is null) and (notify is null) = (reasons is null)
    and (notify is null) = (decided_by is null) and (notify is null) = (decided_at is null)),
  check (notified_at is null or notify),
  check ((state = 'closed') = (closed_on is not null) and (closed_on is null) = (remedy is null)),
  -- What was to be told was told before it closes.
  check (state <> 'closed' or not notify or notified_at is not null)
);
call guard_table('data_breach');
