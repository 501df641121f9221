-- Requests for somebody's own data: the log with its clock, what was found, what of it is shown, and the pack that went.

create table access_request (
  school_id uuid not null references school,
  id uuid not null,
  state text not null check (state in ('open', 'prepared', 'checked', 'sent', 'ended')),
  version integer not null,
  received_on date not null,
  channel text not null check (channel in ('letter', 'mail', 'spoken', 'other')),
  name bytea not null,
  contact bytea not null,
  words bytea not null,
  -- Calendar months to answer in: one, or three when the request is complex and they were told why (rule 36).
  months integer not null default 1 check (months in (1, 3)),
  extended_on date,
  extended_why bytea,
  -- Words that would tell who somebody else is, besides the names that are covered anyway.
  cover bytea,
  letter bytea,
  prepared_by uuid,
  -- Somebody else looks at the pack before it goes.
  checker uuid,
  checked_at timestamptz,
  back_why bytea,
  pdf_file uuid,
  pdf_hash text,
  sent_how bytea,
  ended_how text check (ended_how in ('withdrawn', 'refused')),
  ended_why bytea,
  closed_on date,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (school_id, id),
  foreign key (school_id, recorded_by) references member,
  foreign key (school_id, prepared_by) references member,
  foreign key (school_id, checker) references member,
  check ((months = 3) = (extended_why is not null) and (months = 3) = (extended_on is not null)),
  check (checker is null or checker <> prepared_by),
  check (state not in ('prepared', 'checked', 'sent')
    or (prepared_by is not null and checker is not null and pdf_file is not null and pdf_hash is not null)),
  check (state not in ('checked', 'sent') or checked_at is not null),
  check ((state in ('sent', 'ended')) = (closed_on is not null)),
  check ((state = 'sent') = (sent_how is not null)),
  check ((state = 'ended') = (ended_how is not null) and (state = 'ended') = (ended_why is not null))
);
call guard_table('access_request');

-- When the clock stood still: until they showed who they are, or said what they want.
create table access_pause (
  school_id uuid not null references school,
  id uuid not null,
  request_id uuid not null,
  reason text not null check (reason in ('identity', 'clarification')),
  from_day date not null,
  until_day date check (until_day >= from_day),
  primary key (school_id, id),
  foreign key (school_id, request_id) references access_request
);
call guard_table('access_pause');
create unique index access_pause_one on access_pause (school_id, request_id) where until_day is null;

-- What the search found, and whether it is in the pack.
create table access_record (
  school_id uuid not null references school,
  request_id uuid not null,
  -- As the audit names it: "case:…". A hold stands on it while the request is open.
  object text not null,
  label text not null,
  included boolean,
  why bytea,
  primary key (school_id, request_id, object),
  foreign key (school_id, request_id) references access_request,
  check ((included is false) = (why is not null))
);
call guard_table('access_record');

-- What a person decided about one passage, against where it comes from.
create table access_passage (
  school_id uuid not null references school,
  request_id uuid not null,
  object text not null,
  key text not null,
  tag text not null check (tag in
    ('subject', 'reporter', 'third-party', 'staff', 'child', 'privileged', 'crime')),
  -- Of what is about somebody else: whether they agreed, whether it is reasonable without, or neither.
  basis text check (basis in ('consent', 'reasonable', 'neither')),
  why bytea not null,
  decided_by uuid not null,
  decided_at timestamptz not null,
  primary key (school_id, request_id, object, key),
  foreign key (school_id, request_id, object) references access_record,
  foreign key (school_id, decided_by) references member,
  check ((tag in ('third-party', 'child')) = (basis is not null))
);
call guard_table('access_passage');
