-- The versions of a school's policy, from the first draft to long after they were replaced.
create table policy (
  school_id uuid not null references school,
  id uuid not null,
  number integer not null check (number > 0),
  state text not null check (state in ('draft', 'adopted', 'in-force', 'superseded', 'withdrawn')),
  -- Counts the changes, so that two people who act at once are told.
  revision integer not null default 1,
  -- The document as canonical JSON: the very text whose hash names the version.
  document text not null,
  doubts jsonb not null,
  -- Set with the adoption, and from then on fixed with the document.
  hash text check (hash ~ '^[0-9a-f]{64}$'),
  -- The school's own file as it came; unset when the text was pasted.
  file_id uuid,
  file_name text,
  made_by uuid not null,
  made_at timestamptz not null,
  adopted_by_body text,
  adopted_on date,
  minute_ref text,
  in_force_from date,
  in_force_until date,
  published_at timestamptz,
  ended_at timestamptz,
  -- The PDF of the published version, made once.
  pdf_file_id uuid,
  primary key (school_id, id),
  unique (school_id, number),
  foreign key (school_id, made_by) references member (school_id, id),
  foreign key (school_id, file_id) references file (school_id, id),
  foreign key (school_id, pdf_file_id) references file (school_id, id),
  check (state = 'draft' or (hash is not null and adopted_on is not null and adopted_by_body is not null)),
  check (state in ('draft', 'adopted') or in_force_from >= adopted_on),
  check (state not in ('superseded', 'withdrawn') or in_force_until >= in_force_from)
);
call guard_table('policy');
create unique index policy_one_in_force on policy (school_id) where state = 'in-force';
create unique index policy_one_in_work on policy (school_id) where state in ('draft', 'adopted');

-- A version that was ever in force stays as it was signed, and stays.
create function keep_published_policy() returns trigger
  language plpgsql
  as $$ begin
    if old.state in ('draft', 'adopted') then
      return coalesce(new, old);
    end if;
    if tg_op = 'DELETE'
      or new.document is distinct from old.document or new.hash is distinct from old.hash
      or new.number is distinct from old.number or new.in_force_from is distinct from old.in_force_from
      or new.adopted_on is distinct from old.adopted_on or new.adopted_by_body is distinct from old.adopted_by_body
      or new.state in ('draft', 'adopted')
    then
      raise exception 'A published version of a policy cannot be changed or removed.'
        using errcode = 'insufficient_privilege';
    end if;
    return new;
  end $$;
create trigger policy_kept before update or delete on policy
  for each row execute function keep_published_policy();

-- The places for signatures of a version, and the signatures in them.
create table policy_signature (
  school_id uuid not null references school,
  id uuid not null,
  policy_id uuid not null,
  position integer not null,
  role text not null,
  required boolean not null,
  method text check (method in ('screen', 'paper')),
  name bytea,
  signed_on date,
  -- Who signed on screen, or who recorded the signature on paper.
  recorded_by uuid,
  recorded_at timestamptz,
  primary key (school_id, id),
  unique (school_id, policy_id, role),
  foreign key (school_id, policy_id) references policy (school_id, id) on delete cascade,
  foreign key (school_id, recorded_by) references member (school_id, id),
  check ((method is null) = (name is null) and (method is null) = (signed_on is null)
    and (method is null) = (recorded_by is null) and (method is null) = (recorded_at is null))
);
call guard_table('policy_signature');
