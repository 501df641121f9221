-- Cases in full: reviews, reopening and the end of a record; referrals, legal advice, tasks and internal notes.

alter table conduct_case drop constraint conduct_case_state_check;
alter table conduct_case add constraint conduct_case_state_check check (state in
  ('gathering', 'parent-contact', 'assessment', 'decision', 'outcome-issued', 'follow-up', 'closed', 'review',
   'reviewed', 'retained', 'erased'));
alter table conduct_case drop constraint conduct_case_check;
alter table conduct_case add constraint conduct_case_ended
  check ((state in ('closed', 'retained', 'erased')) = (closed_at is not null));

-- Handbell itself acts without being a person: by the clock.
alter table case_event alter column member_id drop not null;

-- The general note to moderators that a decided reminder sends, and why a decision stands no more.
alter table case_decision add column topic text;
alter table case_decision add column ended_how text
  check (ended_how in ('withdrawn', 'reopened', 'varied', 'replaced'));

alter table letter drop constraint letter_kind_check;
alter table letter add constraint letter_kind_check
  check (kind in ('first-contact', 'no-further-action', 'advice', 'warning', 'outcome', 'review'));

-- Referrals to outside bodies (D16): what is shared, why, who agreed.
create table case_referral (
  school_id uuid not null references school,
  id uuid not null,
  case_id uuid not null,
  agency text not null,
  danger boolean not null,
  grounds jsonb not null,
  tried jsonb not null,
  facts bytea not null,
  tried_words bytea not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  approved_by uuid,
  approved_at timestamptz,
  declined_at timestamptz,
  -- Once made: to whom, under which number, exactly what was shared and on what basis, and why the parent was not told.
  made_by uuid,
  made_at timestamptz,
  made_to bytea,
  shared bytea,
  basis bytea,
  told_parent boolean,
  told_why bytea,
  primary key (school_id, id),
  foreign key (school_id, case_id) references conduct_case,
  foreign key (school_id, asked_by) references member,
  foreign key (school_id, approved_by) references member,
  foreign key (school_id, made_by) references member,
  check (made_at is null or danger or approved_by is not null),
  check (approved_by is null or approved_by <> asked_by)
);
call guard_table('case_referral');
-- One on its way at a time.
create unique index case_referral_open on case_referral (school_id, case_id)
  where made_at is null and declined_at is null;

-- Requests for legal advice (D17) and what came back: privileged, sealed with a key of their own, for those named only.
create table case_legal (
  school_id uuid not null references school,
  id uuid not null,
  case_id uuid not null,
  source text not null,
  access uuid[] not null,
  request bytea not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  answer bytea,
  answered_at timestamptz,
  primary key (school_id, id),
  foreign key (school_id, case_id) references conduct_case,
  foreign key (school_id, asked_by) references member
);
call guard_table('case_legal');
create index case_legal_of on case_legal (school_id, case_id);

-- What somebody is to do for a case, by when, and why.
create table case_task (
  school_id uuid not null references school,
  id uuid not null,
  case_id uuid not null,
  what bytea not null,
  reason bytea not null,
  owner uuid not null,
  deputy uuid,
  due date not null,
  set_by uuid not null,
  set_at timestamptz not null,
  done_by uuid,
  done_at timestamptz,
  primary key (school_id, id),
  foreign key (school_id, case_id) references conduct_case,
  foreign key (school_id, owner) references member,
  foreign key (school_id, deputy) references member,
  foreign key (school_id, set_by) references member,
  foreign key (school_id, done_by) references member,
  check (deputy is null or deputy <> owner)
);
call guard_table('case_task');
create index case_task_of on case_task (school_id, case_id);
create index case_task_due on case_task (school_id, due) where done_at is null;

-- Notes for those who look into a case: what is known, and apart from it what somebody thinks of it.
create table case_note (
  school_id uuid not null references school,
  id uuid not null,
  case_id uuid not null,
  facts bytea not null,
  opinion bytea,
  written_by uuid not null,
  written_at timestamptz not null,
  primary key (school_id, id),
  foreign key (school_id, case_id) references conduct_case,
  foreign key (school_id, written_by) references member
);
call guard_table('case_note');
create index case_note_of on case_note (school_id, case_id);
