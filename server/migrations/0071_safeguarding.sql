-- The safeguarding lead's own room. What is written there is sealed with a key of its own.

-- An allegation about an adult who works with children: "open" until the council's designated officer was told.
alter table concern add column allegation text check (allegation in ('open', 'told'));
alter table concern add column officer_by date;
alter table concern add check ((allegation is not null) = (officer_by is not null));

create table safeguarding_record (
  school_id uuid not null references school,
  concern_id uuid not null,
  decision text check (decision in ('refer', 'support', 'not-safeguarding')),
  -- Where the child's own record is, and its number there.
  system text check (system in ('cpoms', 'myconcern', 'other')),
  pointer bytea,
  opened_at timestamptz not null,
  primary key (school_id, concern_id),
  foreign key (school_id, concern_id) references concern,
  check ((system is null) = (pointer is null))
);
call guard_table('safeguarding_record');

-- The chronology.
create table safeguarding_entry (
  school_id uuid not null references school,
  id uuid not null,
  concern_id uuid not null,
  at timestamptz not null,
  kind text not null,
  member_id uuid not null,
  words bytea not null,
  primary key (school_id, id),
  foreign key (school_id, concern_id) references safeguarding_record,
  foreign key (school_id, member_id) references member
);
call guard_table('safeguarding_entry');
create index safeguarding_entry_of on safeguarding_entry (school_id, concern_id, at);

create table safeguarding_action (
  school_id uuid not null references school,
  id uuid not null,
  concern_id uuid not null,
  what bytea not null,
  member_id uuid not null,
  due date not null,
  done_at timestamptz,
  primary key (school_id, id),
  foreign key (school_id, concern_id) references safeguarding_record,
  foreign key (school_id, member_id) references member
);
call guard_table('safeguarding_action');
create index safeguarding_action_open on safeguarding_action (school_id, due) where done_at is null;

-- Guidance in the school's own words, with the day it was last looked at.
create table safeguarding_guidance (
  school_id uuid not null references school,
  topic text not null check (topic in ('prevent', 'allegation')),
  words text not null,
  changed_on date not null,
  primary key (school_id, topic)
);
call guard_table('safeguarding_guidance');
