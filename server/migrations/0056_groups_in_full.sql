-- Groups, their volunteers and the PTA in full: how a group is used, who was asked and said yes, personal links, what a
-- group has set up, general notices to moderators, and the PTA's own officers and notices.

alter table chat_group
  add column reach text not null default 'chat' check (reach in ('chat', 'community', 'announcements'));

alter table chat_moderator
  -- One person may look after several groups; each is a row, and they are one person by this.
  add column person_id uuid,
  add column state text not null default 'accepted' check (state in ('proposed', 'asked', 'accepted', 'declined')),
  add column proposed_by text not null default 'office' check (proposed_by in ('office', 'moderator', 'pta')),
  add column answered_at timestamptz,
  -- The term of office, and by when the office would like to hear whether they carry on.
  add column term_ends date,
  add column confirm_by date;
-- The rows that exist are each a person. This changes the table, not what is known of anybody: no audit entry.
alter table chat_moderator no force row level security, disable trigger chat_moderator_audited;
update chat_moderator set person_id = id;
alter table chat_moderator force row level security, enable trigger chat_moderator_audited;
alter table chat_moderator alter column person_id set not null;

-- A volunteer's own link. Only a hash of its secret is kept; a new link ends the one before.
create table volunteer_link (
  school_id uuid not null references school,
  id uuid not null,
  kind text not null check (kind in ('moderator', 'pta')),
  person_id uuid not null,
  secret_hash text not null,
  made_at timestamptz not null,
  ended_at timestamptz,
  primary key (school_id, id),
  unique (school_id, secret_hash)
);
call guard_table('volunteer_link');
create unique index volunteer_link_one on volunteer_link (school_id, kind, person_id) where ended_at is null;

-- What a group has set up, ticked by its moderators. It says nothing about anybody in the group.
create table chat_group_check (
  school_id uuid not null references school,
  group_id uuid not null,
  item text not null,
  done_on date not null,
  primary key (school_id, group_id, item),
  foreign key (school_id, group_id) references chat_group
);
call guard_table('chat_group_check');

-- General notices to a group's moderators. Their words come from a fixed list and the policy: no personal data (rule 26).
create table moderator_notice (
  school_id uuid not null references school,
  id uuid not null,
  group_id uuid not null,
  topic text not null,
  sent_at timestamptz not null,
  readers integer not null,
  member_id uuid not null,
  primary key (school_id, id),
  foreign key (school_id, group_id) references chat_group,
  foreign key (school_id, member_id) references member
);
call guard_table('moderator_notice');

-- The PTA is its own body: its officers reach their own space here, and its notices are shown as its own.
create table pta_officer (
  school_id uuid not null references school,
  id uuid not null,
  name bytea not null,
  contact bytea,
  from_day date not null,
  until_day date check (until_day >= from_day),
  primary key (school_id, id)
);
call guard_table('pta_officer');

create table pta_notice (
  school_id uuid not null references school,
  id uuid not null,
  title text not null,
  body text not null,
  from_day date not null,
  until_day date not null check (until_day >= from_day),
  withdrawn_at timestamptz,
  officer_id uuid not null,
  primary key (school_id, id),
  foreign key (school_id, officer_id) references pta_officer
);
call guard_table('pta_notice');
