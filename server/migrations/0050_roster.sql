-- Parents, only as far as agreements need them: a name, an address for mail, the classes. No pupil is written down.

-- The year groups in a class, by the nation's own codes ("R", "1", "P4"), and where its families went last September.
alter table school_class
  add column years text[] not null default '{}',
  add column successor_id uuid,
  add foreign key (school_id, successor_id) references school_class;

-- A parent or carer. Whoever is erased, or turned out to be somebody written down twice, keeps only a row with an id, so
-- that agreements which point at it stay whole.
create table adult (
  school_id uuid not null references school,
  id uuid not null,
  -- Adults who come together: one home, as far as the school's own list says.
  household_id uuid not null,
  name bytea,
  email bytea,
  phone bytea,
  -- Keyed hashes that find a person again without being readable: of the folded name, of the address, of the number
  -- that the school's own system gave them.
  name_hash bytea,
  email_hash bytea,
  source_hash bytea,
  joined_on date not null,
  left_on date check (left_on >= joined_on),
  version integer not null,
  merged_into uuid,
  erased_at timestamptz,
  primary key (school_id, id),
  foreign key (school_id, merged_into) references adult (school_id, id),
  check ((name is null) = (merged_into is not null or erased_at is not null)),
  check (name is not null or (email is null and phone is null and name_hash is null and email_hash is null
    and source_hash is null))
);
call guard_table('adult');
create index adult_email on adult (school_id, email_hash);
create index adult_name on adult (school_id, name_hash);
create index adult_household on adult (school_id, household_id);

-- That an adult has a child in a class, in a year of it if that is known; never which child.
create table adult_class (
  school_id uuid not null references school,
  id uuid not null,
  adult_id uuid not null,
  class_id uuid not null,
  year text not null default '',
  from_day date not null,
  until_day date,
  primary key (school_id, id),
  foreign key (school_id, adult_id) references adult (school_id, id) on delete cascade,
  foreign key (school_id, class_id) references school_class
);
call guard_table('adult_class');
create unique index adult_class_now on adult_class (school_id, adult_id, class_id, year) where until_day is null;
create index adult_class_class on adult_class (school_id, class_id) where until_day is null;

-- What the school has decided to keep about parents beyond the least.
create table roster_setting (
  school_id uuid not null references school,
  phones boolean not null default false,
  primary key (school_id)
);
call guard_table('roster_setting');
