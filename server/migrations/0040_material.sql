-- Whether a version changed something that matters to those who agreed to the one before it: then all are asked again.
-- Said once, with coming into force; unset before that, and true for a school's first version.
alter table policy add column material boolean;
-- This fills a new column in, it decides nothing: past the walls, as the owner, and without an entry in the audit record.
alter table policy no force row level security, disable trigger policy_audited;
update policy set material = true where in_force_from is not null;
alter table policy force row level security, enable trigger policy_audited;
alter table policy add check (state in ('draft', 'adopted') or material is not null);

create or replace function keep_published_policy() returns trigger
  language plpgsql
  as $$ begin
    if old.state in ('draft', 'adopted') then
      return coalesce(new, old);
    end if;
    if tg_op = 'DELETE'
      or new.document is distinct from old.document or new.hash is distinct from old.hash
      or new.number is distinct from old.number or new.in_force_from is distinct from old.in_force_from
      or new.adopted_on is distinct from old.adopted_on or new.adopted_by_body is distinct from old.adopted_by_body
      or new.material is distinct from old.material
      or new.state in ('draft', 'adopted')
    then
      raise exception 'A published version of a policy cannot be changed or removed.'
        using errcode = 'insufficient_privilege';
    end if;
    return new;
  end $$;
