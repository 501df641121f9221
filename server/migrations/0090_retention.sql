-- How long records are kept, what stops their destruction, and what was destroyed (rule 37).

-- What a school changed of the schedule that Handbell begins with (domain 3.4).
create table retention_rule (
  school_id uuid not null references school,
  class text not null,
  months integer not null check (months between 0 and 1200),
  -- Whether records of the class go by themselves when they are due, or wait for somebody to say so.
  automatic boolean not null,
  primary key (school_id, class)
);
call guard_table('retention_rule');

-- A hold on one record: while it is on, nothing of the record is destroyed.
create table retention_hold (
  school_id uuid not null references school,
  id uuid not null,
  -- Which record, as the audit names it: "case:…".
  object text not null,
  reason text not null check (reason in ('claim', 'police', 'data-request', 'inquiry', 'other')),
  words bytea not null,
  review_on date not null,
  made_by uuid not null,
  made_at timestamptz not null,
  lifted_by uuid,
  lifted_at timestamptz,
  primary key (school_id, id),
  foreign key (school_id, made_by) references member,
  foreign key (school_id, lifted_by) references member,
  check ((lifted_by is null) = (lifted_at is null))
);
call guard_table('retention_hold');
create unique index retention_hold_one on retention_hold (school_id, object, reason) where lifted_at is null;

-- A certificate: what class of record went, how many, and a hash of each; no names.
create table destruction (
  school_id uuid not null references school,
  id uuid not null,
  class text not null,
  records integer not null check (records > 0),
  hashes text[] not null,
  -- Unset when it went by itself.
  ordered_by uuid,
  done_at timestamptz not null,
  pdf_file uuid not null,
  pdf_hash text not null,
  primary key (school_id, id),
  foreign key (school_id, ordered_by) references member,
  foreign key (school_id, pdf_file) references file
);
call guard_table('destruction');
create index destruction_by_day on destruction (school_id, done_at);
