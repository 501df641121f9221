-- The outbox: a mail is a row from the transaction that caused it until long after it was sent.
create table mail (
  school_id uuid not null references school,
  id uuid not null,
  kind text not null,
  recipient bytea not null,
  subject bytea not null,
  text bytea not null,
  state text not null check (state in ('waiting', 'failed', 'dead', 'sent', 'aside')),
  attempts integer not null default 0,
  -- When the next try is due; empty once no more tries will be made.
  next_try_at timestamptz,
  -- What went wrong last, as a code: never the server's words, which may quote the recipient.
  last_error text,
  -- When a copy was written to the data folder, while there is one.
  filed_at timestamptz,
  created_at timestamptz not null,
  sent_at timestamptz,
  primary key (school_id, id),
  check ((next_try_at is not null) = (state in ('waiting', 'failed')))
);
call guard_table('mail');
create index mail_due on mail (next_try_at) where next_try_at is not null;
create index mail_by_age on mail (school_id, created_at);

-- The job that sends mail finds which schools have any due, before it works for one of them.
create policy due_anywhere on mail for select
  using (next_try_at <= nullif(current_setting('handbell.mail_due', true), '')::timestamptz);
