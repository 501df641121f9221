-- Who looks after a concern and its dates, and who instead; and until when somebody is away.
alter table concern add column owner uuid;
alter table concern add column deputy uuid;
alter table concern add foreign key (school_id, owner) references member;
alter table concern add foreign key (school_id, deputy) references member;
alter table concern add constraint concern_deputy_is_another check (deputy <> owner);

-- The day they are back: until then whatever waits for them waits for their deputy too.
alter table member add column back_on date;
