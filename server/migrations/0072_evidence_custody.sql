-- What happened to each piece of evidence after it came. Who added it, and the day, stand in its own row.
alter table concern_evidence add column made_from uuid;
alter table concern_evidence add foreign key (school_id, made_from) references concern_evidence;
alter table concern_evidence add column scan text check (scan in ('clean', 'infected', 'not-scanned'));

create table evidence_custody (
  school_id uuid not null references school,
  id uuid not null,
  evidence_id uuid not null,
  at timestamptz not null,
  act text not null check (act in ('seen', 'exported', 'sealed', 'covered')),
  member_id uuid,
  primary key (school_id, id),
  foreign key (school_id, evidence_id) references concern_evidence,
  foreign key (school_id, member_id) references member
);
call guard_table('evidence_custody');
create index evidence_custody_of on evidence_custody (school_id, evidence_id, at);
