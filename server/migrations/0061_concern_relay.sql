-- Where a reporter wants to hear that there is something new, without the school ever seeing it. It lies apart from the
-- vault, sealed with the key for identities; nothing reads it but the one who addresses a mail.
create table concern_relay (
  school_id uuid not null references school,
  concern_id uuid not null,
  address bytea not null,
  primary key (school_id, concern_id),
  foreign key (school_id, concern_id) references concern
);
call guard_table('concern_relay');
