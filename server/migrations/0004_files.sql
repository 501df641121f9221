-- What is known of a kept file; its bytes lie encrypted on the disk, under the SHA-256 of their content.
create table file (
  school_id uuid not null references school,
  id uuid not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null,
  type text not null,
  name bytea not null,
  created_at timestamptz not null,
  primary key (school_id, id)
);
call guard_table('file');
create index file_by_content on file (school_id, sha256);
