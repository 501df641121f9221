-- Whether the school asks parents by mail, and how often it reminds them.
create table agreement_asking (
  school_id uuid not null references school,
  -- Since when: everybody on the roll is asked, and whoever joins later by themselves.
  asking_since date,
  -- Never more reminders than this.
  reminders integer not null default 2 check (reminders between 0 and 5),
  -- School days between the first mail and a reminder, and between two reminders.
  every_days integer not null default 5 check (every_days between 2 and 30),
  primary key (school_id)
);
call guard_table('agreement_asking');

-- Who was asked, by a link of their own. An adult is asked once until a version makes a material change.
create table agreement_invitation (
  school_id uuid not null references school,
  id uuid not null,
  policy_id uuid not null,
  -- An adult on the school's roll (the table is made by a later migration).
  adult_id uuid not null,
  state text not null check (state in ('asked', 'stopped', 'revoked')),
  -- The link follows from the id, this number and the school's key; a new number is a new link.
  serial integer not null default 1,
  token_hash bytea not null,
  reminders integer not null default 0,
  asked_on date not null,
  -- The day a reminder is due at the earliest.
  remind_on date not null,
  changed_at timestamptz not null,
  primary key (school_id, id),
  unique (school_id, policy_id, adult_id),
  unique (school_id, token_hash),
  foreign key (school_id, policy_id) references policy (school_id, id)
);
call guard_table('agreement_invitation');
