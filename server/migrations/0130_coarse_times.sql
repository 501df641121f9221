-- Times of what reporters do, no finer than the hour: an exact one can be matched with the clock of somebody's phone, or
-- with what an onlooker of the network saw. What happened in which order is told by a number of its own.
-- (The id of a row that was made before this keeps the time it was drawn at: what is sealed is sealed for that id.)

-- Past the walls, for the rows that there are: rows are changed here without an act to record.
alter table concern no force row level security;
alter table concern disable trigger user;
alter table concern_event no force row level security;
alter table concern_event disable trigger user;
alter table mailbox_mail no force row level security;
alter table mailbox_mail disable trigger user;
alter table file no force row level security;
alter table file disable trigger user;
alter table mail no force row level security;
alter table mail disable trigger user;
alter table form_once no force row level security;

alter table concern_event add column seq bigint;
update concern_event set seq = ordered.seq
  from (select school_id, id, row_number() over (order by at, id) as seq from concern_event) ordered
  where ordered.school_id = concern_event.school_id and ordered.id = concern_event.id;
alter table concern_event alter column seq set not null;
alter table concern_event alter column seq add generated always as identity;
select setval(pg_get_serial_sequence('concern_event', 'seq'), coalesce(max(seq), 0) + 1, false) from concern_event;
drop index concern_event_story;
create index concern_event_story on concern_event (school_id, concern_id, seq);

-- The database itself refuses a finer time.
create function is_hour(at timestamptz) returns boolean
  language sql immutable
  as $$ select mod(extract(epoch from at), 3600) = 0 $$;

update concern set
  received_at = date_trunc('hour', received_at, 'UTC'),
  answered_at = date_trunc('hour', answered_at, 'UTC'),
  withdrawn_at = date_trunc('hour', withdrawn_at, 'UTC');
alter table concern add constraint concern_received_hour check (is_hour(received_at));
alter table concern add constraint concern_answered_hour check (is_hour(answered_at));
alter table concern add constraint concern_withdrawn_hour check (is_hour(withdrawn_at));

update concern_event set at = date_trunc('hour', at, 'UTC') where member_id is null;
alter table concern_event add constraint concern_event_hour check (member_id is not null or is_hour(at));

update mailbox_mail set taken_at = date_trunc('hour', taken_at, 'UTC');
alter table mailbox_mail add constraint mailbox_mail_taken_hour check (is_hour(taken_at));

-- Files of evidence that nobody on the staff added.
update file set created_at = date_trunc('hour', created_at, 'UTC')
  where exists (
    select from concern_evidence evidence
    where evidence.school_id = file.school_id and evidence.file_id = file.id and evidence.member_id is null);

-- Mail that tells staff of a report, and the receipt of one.
update mail set created_at = date_trunc('hour', created_at, 'UTC') where kind in ('desk-news', 'concern-receipt');

-- Forms that reporters sent, until they are forgotten.
update form_once set taken_at = date_trunc('hour', taken_at, 'UTC') where token like '/s/:school/concern%';

-- Counters of callers begin anew: those until now told the second.
truncate rate_limit;

alter table concern enable trigger user;
alter table concern force row level security;
alter table concern_event enable trigger user;
alter table concern_event force row level security;
alter table mailbox_mail enable trigger user;
alter table mailbox_mail force row level security;
alter table file enable trigger user;
alter table file force row level security;
alter table mail enable trigger user;
alter table mail force row level security;
alter table form_once force row level security;
