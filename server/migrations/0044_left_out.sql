-- Words of the school's own document that were left out of the policy on purpose, each with the reason.
alter table policy add column left_out jsonb not null default '[]';
