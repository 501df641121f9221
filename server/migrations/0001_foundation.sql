-- What every later table stands on: which school a transaction works for, the guard of each table, the audit chain.

-- The school that the current transaction works for; nothing is visible while it is not set.
create function current_school() returns uuid
  language sql stable
  as $$ select nullif(current_setting('handbell.school_id', true), '')::uuid $$;

create table school (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9](-?[a-z0-9])*$' and length(slug) between 2 and 60),
  -- The public face of a school: shown to anybody who has its address, changed only by work for that school.
  name text not null,
  profile jsonb not null,
  created_at timestamptz not null
);

alter table school enable row level security;
alter table school force row level security;
create policy shown_to_all on school for select using (true);
create policy made_for_itself on school for insert with check (id = current_school());
create policy changed_for_itself on school for update using (id = current_school()) with check (id = current_school());

create table audit_entry (
  school_id uuid not null references school,
  seq bigint not null,
  at timestamptz not null,
  actor text not null,
  act text not null,
  object text not null,
  detail jsonb not null,
  previous text not null,
  hash text not null,
  primary key (school_id, seq)
);
create index audit_entry_object on audit_entry (school_id, object, seq);

create table audit_head (
  school_id uuid primary key references school,
  seq bigint not null,
  hash text not null,
  mac text not null
);

create function refuse_change() returns trigger
  language plpgsql
  as $$ begin
    raise exception 'The audit record cannot be changed or removed.' using errcode = 'insufficient_privilege';
  end $$;

create trigger audit_entry_kept before update or delete on audit_entry
  for each row execute function refuse_change();
create trigger audit_entry_not_emptied before truncate on audit_entry
  for each statement execute function refuse_change();

-- Says, for the rest of the transaction, that this school's audit record has an entry for it.
create function mark_audited() returns trigger
  language plpgsql
  as $$ begin
    perform set_config('handbell.audited', new.school_id::text, true);
    return null;
  end $$;
create trigger audit_entry_marks after insert on audit_entry
  for each row execute function mark_audited();

-- At commit: a transaction that wrote for a school without an audit entry is refused whole.
create function require_audit() returns trigger
  language plpgsql
  as $$ begin
    if current_setting('handbell.audited', true) is distinct from coalesce(new.school_id, old.school_id)::text then
      raise exception 'A change to % was not recorded in the audit.', tg_table_name using errcode = 'check_violation';
    end if;
    return null;
  end $$;

-- Puts a table with school_id behind its walls: row-level security forced for everyone, audit required for each write.
create procedure guard_table(name text, audited boolean default true)
  language plpgsql
  as $$ begin
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy one_school on %I using (school_id = current_school()) with check (school_id = current_school())',
      name);
    if audited then
      execute format(
        'create constraint trigger %I after insert or update or delete on %I deferrable initially deferred '
        'for each row execute function require_audit()', name || '_audited', name);
    end if;
  end $$;

call guard_table('audit_entry', false);
call guard_table('audit_head', false);

-- The school's own key, wrapped by the master key.
create table school_key (
  school_id uuid primary key references school,
  wrapped bytea not null
);
call guard_table('school_key');

-- Forms already taken, so that a second press of the button answers with the first result instead of a second record.
create table form_once (
  school_id uuid not null references school,
  token text not null,
  location text not null,
  flash bytea,
  taken_at timestamptz not null,
  primary key (school_id, token)
);
call guard_table('form_once', false);
create index form_once_age on form_once (school_id, taken_at);
