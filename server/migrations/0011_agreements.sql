-- Who agreed to which version of the policy (S9, S10). Not a consent, and nothing follows from its absence (rule 39).
create table agreement (
  school_id uuid not null references school,
  id uuid not null,
  policy_id uuid not null,
  -- The hash of the very document that was shown.
  document_hash text not null check (document_hash ~ '^[0-9a-f]{64}$'),
  method text not null check (method in ('screen', 'paper')),
  language text not null,
  name bytea not null,
  child_class bytea,
  relationship bytea,
  signed_on date not null,
  recorded_at timestamptz not null,
  -- Who keyed a paper slip in; unset when the parent signed on screen.
  recorded_by uuid,
  -- A keyed hash of the receipt code; a paper slip has its other half instead.
  receipt_hash bytea,
  state text not null default 'signed' check (state in ('signed', 'withdrawn')),
  withdrawn_at timestamptz,
  primary key (school_id, id),
  unique (school_id, receipt_hash),
  foreign key (school_id, policy_id) references policy (school_id, id),
  foreign key (school_id, recorded_by) references member (school_id, id),
  check ((method = 'paper') = (recorded_by is not null) and (method = 'screen') = (receipt_hash is not null)),
  check ((state = 'withdrawn') = (withdrawn_at is not null))
);
call guard_table('agreement');
create index agreement_by_policy on agreement (school_id, policy_id, recorded_at);
