-- Words may be said and not written: where they were is asked of both (S40).
alter table concern drop constraint concern_place_check;
alter table concern add constraint concern_place_check
  check (place in ('group', 'other-group', 'direct', 'email', 'other-online', 'in-person'));
