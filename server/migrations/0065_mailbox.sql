-- The mailbox that a school's concerns come to by mail: how it is reached, how far it has been read, what came of each
-- mail. How far it was read is written in the transaction that keeps the concern: nothing is lost or doubled.
create table mailbox (
  school_id uuid primary key references school,
  active boolean not null,
  host text not null,
  port integer not null check (port between 1 and 65535),
  security text not null check (security in ('tls', 'starttls', 'none')),
  username bytea not null,
  password bytea not null,
  folder text not null,
  -- The name under which the mail server writes what it found about senders; empty while nobody said.
  server_name text not null,
  -- What becomes of a mail in the mailbox once it is a concern.
  afterwards text not null check (afterwards in ('leave', 'move', 'delete')),
  move_to text,
  delete_after_days integer check (delete_after_days between 1 and 3650),
  -- Whether mail that lay there before this was switched on is taken in as well.
  backlog text not null check (backlog in ('leave', 'take')),
  since timestamptz not null,
  changed_at timestamptz not null,
  -- How far it has been read; UIDs mean something only together with the UIDVALIDITY they were given under (RFC 9051).
  uid_validity bigint,
  last_uid bigint not null,
  -- After it has numbered its mails anew: up to which of them it must be asked whether they are older than this setting.
  old_until bigint not null,
  failing_since timestamptz,
  failure text,
  check ((afterwards = 'move') = (move_to is not null)),
  check ((afterwards = 'delete') = (delete_after_days is not null)),
  check ((failing_since is null) = (failure is null))
);
call guard_table('mailbox');

-- Every mail that was taken, by a keyed hash of its id and content: the same mail makes one concern, however often it comes.
create table mailbox_mail (
  school_id uuid not null references school,
  id uuid not null,
  fingerprint bytea not null,
  outcome text not null check (outcome in ('concern', 'reply', 'skipped')),
  -- Why no concern was made of it.
  reason text check (reason in ('report', 'automatic', 'list')),
  concern_id uuid,
  -- Something of it could not be kept, so that it must stay in the mailbox.
  partial boolean not null,
  uid_validity bigint not null,
  uid bigint not null,
  taken_at timestamptz not null,
  -- When it was moved or deleted in the mailbox.
  cleared_at timestamptz,
  primary key (school_id, id),
  unique (school_id, fingerprint),
  foreign key (school_id, concern_id) references concern,
  check ((outcome = 'skipped') = (reason is not null)),
  check ((outcome = 'skipped') = (concern_id is null))
);
call guard_table('mailbox_mail');
create index mailbox_mail_open on mailbox_mail (school_id, uid_validity) where cleared_at is null;

-- Which concern a mail belongs to, by a keyed hash of its id: an answer to it comes to that concern.
create table concern_mail (
  school_id uuid not null references school,
  message_hash bytea not null,
  concern_id uuid not null,
  -- "in": others may have got it too, and only its own sender may add by answering it. "out": only the reporter has it.
  way text not null check (way in ('in', 'out')),
  primary key (school_id, message_hash),
  foreign key (school_id, concern_id) references concern
);
call guard_table('concern_mail');

-- Where an answer to a mail of ours goes, when that is not its sender's address.
alter table mail add column reply_to bytea;
