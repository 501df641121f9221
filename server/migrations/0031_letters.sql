-- Letters to parents. A draft keeps what it is composed from and the sentences somebody changed; an issued letter
-- keeps its files, under their hashes, for ever as they went out.

create table letter (
  school_id uuid not null references school,
  id uuid not null,
  case_id uuid not null,
  kind text not null check (kind in ('first-contact', 'no-further-action', 'advice', 'warning')),
  state text not null check (state in ('draft', 'issued', 'given', 'withdrawn')),
  version integer not null,
  reference text not null,
  -- What the letter is composed from (who, which clauses, which dates), and the sections as somebody edited them.
  matter bytea not null,
  sections bytea not null,
  large_print boolean not null default false,
  reply_by date,
  expires_on date,
  -- People with a conflict, who never see it; people with a part in the matter; and whether only those may print it.
  hidden_from uuid[] not null,
  open_to uuid[] not null,
  restricted boolean not null,
  drafted_by uuid not null,
  drafted_at timestamptz not null,
  issued_by uuid,
  issued_at timestamptz,
  pdf_file uuid,
  pdf_hash text,
  word_file uuid,
  word_hash text,
  given_how text check (given_how in ('post', 'hand', 'email', 'left')),
  given_on date,
  given_by uuid,
  primary key (school_id, id),
  foreign key (school_id, case_id) references conduct_case,
  foreign key (school_id, drafted_by) references member,
  foreign key (school_id, issued_by) references member,
  foreign key (school_id, given_by) references member,
  foreign key (school_id, pdf_file) references file,
  foreign key (school_id, word_file) references file,
  check ((state in ('issued', 'given')) = (issued_at is not null)),
  check ((issued_at is null) = (pdf_hash is null) and (issued_at is null) = (word_hash is null)),
  check ((state = 'given') = (given_on is not null) and (given_on is null) = (given_how is null))
);
call guard_table('letter');
create index letter_of_case on letter (school_id, case_id);
create index letter_to_print on letter (school_id, issued_at) where state = 'issued';
-- One draft of a kind at a time.
create unique index letter_one_draft on letter (school_id, case_id, kind) where state = 'draft';
