-- How a school shows its policy to the world.
create table policy_publication (
  school_id uuid primary key references school,
  -- Whether search engines may list the policy's page.
  listed boolean not null default true,
  -- The sites that may show the policy in a frame, as origins: "https://www.school.example.org".
  embed_sites text[] not null default '{}',
  -- The school's other policies, by its own names, with their addresses.
  linked jsonb not null default '[]'
);
call guard_table('policy_publication');

-- The policy in a few plain words; no part of what is adopted and signed, so it can be put better at any time.
alter table policy add column summary text;
-- When it will be reviewed, if the school said so apart from the policy's own words.
alter table policy add column review_set jsonb;

-- Each reminder of a review goes out once.
create table policy_review_notice (
  school_id uuid not null references school,
  policy_id uuid not null,
  due date not null,
  stage text not null check (stage in ('ahead', 'overdue')),
  sent_at timestamptz not null,
  primary key (school_id, policy_id, due, stage),
  foreign key (school_id, policy_id) references policy (school_id, id)
);
call guard_table('policy_review_notice');
