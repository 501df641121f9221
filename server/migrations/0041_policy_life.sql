-- The way of a version into force, in full: comments of parents and staff, approval, how the Board decided.
alter table policy drop constraint policy_state_check;
alter table policy drop constraint policy_check;
alter table policy drop constraint policy_check1;
alter table policy drop constraint policy_check3;
alter table policy add constraint policy_state_check check
  (state in ('draft', 'consultation', 'approved', 'adopted', 'in-force', 'superseded', 'withdrawn'));
-- Fixed with the approval, together with the hash.
alter table policy add column approved_by text;
alter table policy add column approved_on date;
alter table policy add column adopted_how text check (adopted_how in ('board', 'committee', 'delegated'));
alter table policy add column adopted_meeting text;
alter table policy add column adopted_vote text;
alter table policy add constraint policy_fixed check
  (state in ('draft', 'consultation') or hash is not null);
alter table policy add constraint policy_adopted check
  (state in ('draft', 'consultation', 'approved') or (adopted_on is not null and adopted_by_body is not null));
alter table policy add constraint policy_in_force check
  (state in ('draft', 'consultation', 'approved', 'adopted')
    or (in_force_from >= adopted_on and material is not null));
drop index policy_one_in_work;
create unique index policy_one_in_work on policy (school_id)
  where state in ('draft', 'consultation', 'approved', 'adopted');

create or replace function keep_published_policy() returns trigger
  language plpgsql
  as $$ begin
    if old.state in ('draft', 'consultation', 'approved', 'adopted') then
      return coalesce(new, old);
    end if;
    if tg_op = 'DELETE'
      or new.document is distinct from old.document or new.hash is distinct from old.hash
      or new.number is distinct from old.number or new.in_force_from is distinct from old.in_force_from
      or new.adopted_on is distinct from old.adopted_on or new.adopted_by_body is distinct from old.adopted_by_body
      or new.material is distinct from old.material
      or new.state in ('draft', 'consultation', 'approved', 'adopted')
    then
      raise exception 'A published version of a policy cannot be changed or removed.'
        using errcode = 'insufficient_privilege';
    end if;
    return new;
  end $$;

-- Parents and staff are asked what they think of a draft: once or in several rounds.
create table policy_consultation (
  school_id uuid not null references school,
  id uuid not null,
  policy_id uuid not null,
  opened_at timestamptz not null,
  closes_on date not null,
  ended_at timestamptz,
  -- What the school says of it on the public page.
  intro text not null,
  -- The very words that people comment on, as canonical JSON.
  document text not null,
  -- "What we heard and what we changed": public once both are written.
  heard text,
  changed text,
  primary key (school_id, id),
  foreign key (school_id, policy_id) references policy (school_id, id) on delete cascade,
  check ((heard is null) = (changed is null)),
  check (heard is null or ended_at is not null)
);
call guard_table('policy_consultation');
create unique index policy_consultation_one_open on policy_consultation (school_id) where ended_at is null;

create table policy_comment (
  school_id uuid not null references school,
  id uuid not null,
  consultation_id uuid not null,
  written_as text not null check (written_as in ('parent', 'staff', 'governor', 'moderator', 'other')),
  name bytea,
  email bytea,
  -- The number of the clause that it is about, as the draft has it.
  clause_ref text,
  words bytea not null,
  written_at timestamptz not null,
  -- The hash of the secret in the address where its writer reads the answer.
  secret_hash text not null,
  answer bytea,
  answered_at timestamptz,
  answered_by uuid,
  -- Whether comment and answer, without the name, stand on the public page.
  shown boolean not null default false,
  primary key (school_id, id),
  unique (school_id, secret_hash),
  foreign key (school_id, consultation_id) references policy_consultation (school_id, id) on delete cascade,
  foreign key (school_id, answered_by) references member (school_id, id),
  check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null))
);
call guard_table('policy_comment');
