-- What is kept is counted and paged by its last day, from the index alone: with thousands of cases no row is read.
drop index conduct_case_kept;
create index conduct_case_kept on conduct_case (school_id, keep_until, id) include (sight_key, retention, state)
  where keep_until is not null;
