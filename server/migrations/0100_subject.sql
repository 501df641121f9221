-- The page of the parent a case is about: how they get in, and what they sent. What they write is sealed; a link and a
-- code are kept as keyed hashes only.

-- What the parent wrote or set off themselves was recorded by nobody of the school.
alter table case_contact alter column recorded_by drop not null;
alter table case_contact drop constraint case_contact_how_check;
alter table case_contact add constraint case_contact_how_check
  check (how in ('in-person', 'phone', 'video', 'email', 'letter', 'own-page'));
alter table case_task alter column set_by drop not null;

-- One row a case whose parent has, or had, a page of their own.
create table subject_page (
  school_id uuid not null references school,
  case_id uuid not null,
  -- Printed on the answer form, so that the office can key in what comes on paper. It opens nothing.
  form_code text not null,
  -- The parent agreed to be told of news by mail.
  mail_agreed boolean not null,
  made_at timestamptz not null,
  primary key (school_id, case_id),
  unique (school_id, form_code),
  foreign key (school_id, case_id) references conduct_case
);
call guard_table('subject_page');

create table subject_access (
  school_id uuid not null references school,
  id uuid not null,
  case_id uuid not null,
  -- A link of their own, or a code of words on paper.
  way text not null check (way in ('link', 'code')),
  secret_hash bytea not null,
  made_by uuid not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  -- When it was first used.
  opened_at timestamptz,
  primary key (school_id, id),
  unique (school_id, secret_hash),
  foreign key (school_id, case_id) references subject_page,
  foreign key (school_id, made_by) references member
);
call guard_table('subject_access');
-- One of each way at a time: a new one ends the one before.
create unique index subject_access_one on subject_access (school_id, case_id, way) where ended_at is null;

-- What the parent sent, as they sent it: their receipt.
create table subject_word (
  school_id uuid not null references school,
  id uuid not null,
  case_id uuid not null,
  kind text not null,
  words bytea not null,
  sent_at timestamptz not null,
  -- Set for what came on paper: the day it came, and who keyed it in.
  came_on date,
  keyed_by uuid,
  primary key (school_id, id),
  foreign key (school_id, case_id) references subject_page,
  foreign key (school_id, keyed_by) references member,
  check ((came_on is null) = (keyed_by is null))
);
call guard_table('subject_word');
create index subject_word_of on subject_word (school_id, case_id, sent_at);
