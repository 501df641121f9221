-- The school's own wording of its documents, how letters are signed, and each time a letter was given or came back.

-- A version of one document's wording. No parts: back to Handbell's own from here on.
create table letter_template (
  school_id uuid not null references school,
  kind text not null,
  version integer not null check (version > 0),
  parts jsonb not null,
  -- Why it was changed, in the words of whoever did.
  reason text not null,
  saved_by uuid not null,
  saved_at timestamptz not null,
  primary key (school_id, kind, version),
  foreign key (school_id, saved_by) references member
);
call guard_table('letter_template');

-- In which languages letters say that an interpreter is free.
create table letter_setting (
  school_id uuid primary key references school,
  languages text[] not null
);
call guard_table('letter_setting');

-- Which version of the wording a letter was begun with (0 is Handbell's own), and how it was signed.
alter table letter add column template_version integer not null default 0 check (template_version >= 0);
alter table letter add column signed_how text check (signed_how in ('typed', 'ink'));

-- A letter that came back is to be given again: what went before stays here.
create table letter_delivery (
  school_id uuid not null references school,
  id uuid not null,
  letter_id uuid not null,
  how text not null check (how in ('post', 'hand', 'email', 'left')),
  given_on date not null,
  given_by uuid not null,
  returned_on date,
  returned_why text check (returned_why in ('gone-away', 'not-collected', 'refused', 'bounced')),
  returned_by uuid,
  primary key (school_id, id),
  foreign key (school_id, letter_id) references letter on delete cascade,
  foreign key (school_id, given_by) references member,
  foreign key (school_id, returned_by) references member,
  check ((returned_on is null) = (returned_why is null) and (returned_on is null) = (returned_by is null)),
  check (returned_on is null or returned_on >= given_on)
);
insert into letter_delivery (school_id, id, letter_id, how, given_on, given_by)
  select school_id, gen_random_uuid(), id, given_how, given_on, given_by from letter where state = 'given';
call guard_table('letter_delivery');
-- One delivery of a letter stands at a time.
create unique index letter_delivery_one on letter_delivery (school_id, letter_id) where returned_on is null;
