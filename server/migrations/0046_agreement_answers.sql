-- The public links of classes. A new link ends the one before; who follows it is not noted.
create table agreement_class_link (
  school_id uuid not null references school,
  id uuid not null,
  class_id uuid not null,
  -- It is printed on sheets that hang in a corridor, so it is no secret.
  token text not null,
  made_at timestamptz not null,
  ended_at timestamptz,
  primary key (school_id, id),
  unique (school_id, token),
  foreign key (school_id, class_id) references school_class (school_id, id)
);
call guard_table('agreement_class_link');
create unique index agreement_class_link_one on agreement_class_link (school_id, class_id) where ended_at is null;

-- Those who would rather not sign, or talk first. Nobody but the office sees it, and nothing follows (rule 39).
create table agreement_answer (
  school_id uuid not null references school,
  id uuid not null,
  policy_id uuid not null,
  kind text not null check (kind in ('declined', 'talk')),
  state text not null check (state in ('noted', 'waiting', 'taken', 'ended')),
  name bytea,
  child_class bytea,
  -- How to reach them; gone when the talk has ended.
  contact bytea,
  words bytea,
  adult_id uuid,
  received_at timestamptz not null,
  owner uuid,
  outcome text check (outcome in ('talked', 'not-reached', 'passed-on')),
  note bytea,
  ended_at timestamptz,
  primary key (school_id, id),
  foreign key (school_id, policy_id) references policy (school_id, id),
  foreign key (school_id, owner) references member (school_id, id),
  check ((kind = 'declined') = (state = 'noted')),
  check ((state = 'ended') = (outcome is not null) and (state = 'ended') = (ended_at is not null)),
  check ((state in ('taken', 'ended')) = (owner is not null)),
  check (state <> 'ended' or contact is null)
);
call guard_table('agreement_answer');
