-- Lists of parents that were brought in. What was read of a list is kept, sealed, until it is confirmed or a day is over;
-- the file itself is never kept.
create table roster_import (
  school_id uuid not null references school,
  id uuid not null,
  state text not null check (state in ('draft', 'done', 'undone', 'dropped')),
  source text not null check (source in ('text', 'excel', 'oneroster')),
  content bytea,
  meanings jsonb not null,
  scope text not null check (scope in ('add', 'classes', 'all')),
  -- What classes that are not on the school's list become, by their place among them.
  choices jsonb not null,
  joined integer not null default 0,
  changed integer not null default 0,
  left_count integer not null default 0,
  -- Classes that came with it.
  classes uuid[] not null default '{}',
  made_at timestamptz not null,
  done_at timestamptz,
  undone_at timestamptz,
  primary key (school_id, id),
  check ((state = 'draft') = (content is not null)),
  check (done_at is not null or state in ('draft', 'dropped'))
);
call guard_table('roster_import');

-- What an import did to each adult, and what stood there before: for undoing it, and forgotten a month later.
create table roster_change (
  school_id uuid not null references school,
  import_id uuid not null,
  adult_id uuid not null,
  kind text not null check (kind in ('joins', 'returns', 'changes', 'leaves')),
  before bytea,
  -- The adult's version when the import was done: any other, and somebody has changed them since.
  version integer not null,
  primary key (school_id, import_id, adult_id),
  foreign key (school_id, import_id) references roster_import,
  foreign key (school_id, adult_id) references adult (school_id, id)
);
call guard_table('roster_change');
create index roster_change_adult on roster_change (school_id, adult_id);
