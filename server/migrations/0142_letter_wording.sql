-- The words a letter was begun with, Handbell's own too: a draft keeps them when a later release changes Handbell's text,
-- and a letter that went out is read as it was. Letters of one kind share them.
create table letter_wording (
  school_id uuid not null references school,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  parts jsonb not null,
  primary key (school_id, hash)
);
call guard_table('letter_wording');
alter table letter add column begun_with text;
alter table letter add foreign key (school_id, begun_with) references letter_wording;
