-- The register of parents' groups: which exist, which classes they cover, who volunteers to look after them. Never who is
-- in them, never a link to join.

create table school_class (
  school_id uuid not null references school,
  id uuid not null,
  name text not null,
  position integer not null,
  ended_at timestamptz,
  primary key (school_id, id)
);
call guard_table('school_class');
create unique index school_class_name on school_class (school_id, lower(name)) where ended_at is null;

create table chat_group (
  school_id uuid not null references school,
  id uuid not null,
  kind text not null check (kind in ('class', 'year', 'pta')),
  name text not null,
  version integer not null,
  created_at timestamptz not null,
  archived_at timestamptz,
  primary key (school_id, id)
);
call guard_table('chat_group');
create unique index chat_group_name on chat_group (school_id, lower(name)) where archived_at is null;

create table chat_group_class (
  school_id uuid not null references school,
  group_id uuid not null,
  class_id uuid not null,
  primary key (school_id, group_id, class_id),
  foreign key (school_id, group_id) references chat_group,
  foreign key (school_id, class_id) references school_class
);
call guard_table('chat_group_class');

-- Volunteers: parents in their own time, not the school's agents. Names and contacts are sealed as identities.
create table chat_moderator (
  school_id uuid not null references school,
  id uuid not null,
  group_id uuid not null,
  name bytea not null,
  contact bytea,
  from_day date not null,
  until_day date check (until_day >= from_day),
  primary key (school_id, id),
  foreign key (school_id, group_id) references chat_group
);
call guard_table('chat_moderator');
create index chat_moderator_group on chat_moderator (school_id, group_id);
