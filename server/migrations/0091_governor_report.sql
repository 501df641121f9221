-- The termly report to governors (D21), as it was shown to them: small numbers hidden before anything is kept.
create table governor_report (
  school_id uuid not null references school,
  id uuid not null,
  term_from date not null,
  term_to date not null check (term_to >= term_from),
  -- What was shown: counts with the small ones hidden already. What was hidden is not kept here.
  shown jsonb not null,
  learning bytea not null,
  published_by uuid not null,
  published_at timestamptz not null,
  primary key (school_id, id),
  -- One report a term: the difference of two would tell what each hides.
  unique (school_id, term_from),
  foreign key (school_id, published_by) references member
);
call guard_table('governor_report');
