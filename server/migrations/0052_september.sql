-- The September roll-over: classes move up in one act, with what it takes to undo it while nothing else happened.
create table rollover (
  school_id uuid not null references school,
  id uuid not null,
  state text not null check (state in ('done', 'undone')),
  -- Ids, codes and group names only: which places ended and began, who left, what classes and groups were.
  changes jsonb not null,
  -- Of parents, places, classes and groups right after it: any other, and something else has happened.
  digest text not null,
  moved integer not null,
  left_count integer not null,
  done_at timestamptz not null,
  undone_at timestamptz,
  primary key (school_id, id),
  check ((state = 'undone') = (undone_at is not null))
);
call guard_table('rollover');
