-- Lists of cases without reading every case. Thousands of cases share a few answers to who may see them: a list asks of
-- each answer once, and then takes a page of the cases that it lets through.
alter table conduct_case add column sight_key text not null generated always as (md5(sight::text)) stored;
create index conduct_case_sight on conduct_case (school_id, sight_key);
create index conduct_case_closed on conduct_case (school_id, opened_at, id) where closed_at is not null;
create index conduct_case_kept on conduct_case (school_id, keep_until) where keep_until is not null;
