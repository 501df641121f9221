-- What shows an agreement later: the sentence beside the box, the way in, a keyed digest over the whole record. No
-- network address and no device is kept.
alter table agreement
  add column statement text,
  -- How somebody came to the form; unset for a paper slip.
  add column way text check (way in ('page', 'class-link', 'personal-link')),
  add column class_id uuid,
  -- The adult on the school's roll, when the way or the office tells who it is.
  add column adult_id uuid,
  add column digest bytea,
  -- The receipt code, sealed, for whoever signed by a personal link and comes back by it.
  add column receipt bytea,
  -- The scan of a paper slip.
  add column scan_file_id uuid,
  add foreign key (school_id, scan_file_id) references file (school_id, id),
  add foreign key (school_id, class_id) references school_class (school_id, id);
-- An adult agrees to a version once, whatever they press.
create unique index agreement_once_an_adult on agreement (school_id, policy_id, adult_id)
  where state = 'signed' and adult_id is not null;

-- Certificates given out, by a keyed hash of the code that is printed on them.
create table agreement_certificate (
  school_id uuid not null references school,
  code_hash bytea not null,
  agreement_id uuid not null,
  -- What the certificate says: a copy made before a withdrawal stays a true copy of that day.
  state text not null check (state in ('signed', 'withdrawn')),
  issued_at timestamptz not null,
  primary key (school_id, code_hash),
  foreign key (school_id, agreement_id) references agreement (school_id, id)
);
call guard_table('agreement_certificate');

-- Scans of slips that wait to be keyed in.
create table agreement_scan (
  school_id uuid not null references school,
  file_id uuid not null,
  brought_by uuid not null,
  brought_at timestamptz not null,
  primary key (school_id, file_id),
  foreign key (school_id, file_id) references file (school_id, id),
  foreign key (school_id, brought_by) references member (school_id, id)
);
call guard_table('agreement_scan');
