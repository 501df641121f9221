-- What a reporter or the school adds to a concern: pictures, parts of a mail, excerpts that came later. The bytes lie in
-- the encrypted store. Of a reporter's additions only the day is kept.
create table concern_evidence (
  school_id uuid not null references school,
  id uuid not null,
  concern_id uuid not null,
  kind text not null check (kind in ('excerpt', 'picture', 'mail-part')),
  name bytea not null,
  file_id uuid not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  added_by text not null check (added_by in ('reporter', 'staff')),
  member_id uuid,
  added_on date not null,
  -- "sealed": nobody opens it here any more.
  state text not null check (state in ('kept', 'sealed')),
  primary key (school_id, id),
  foreign key (school_id, concern_id) references concern,
  foreign key (school_id, file_id) references file,
  foreign key (school_id, member_id) references member,
  check ((added_by = 'staff') = (member_id is not null))
);
call guard_table('concern_evidence');
create index concern_evidence_of on concern_evidence (school_id, concern_id);
