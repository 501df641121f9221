-- Several reports of one matter: each stays a report of its own, with its own reporter, and points at the one that leads.
alter table concern add column matter_of uuid;
alter table concern add foreign key (school_id, matter_of) references concern;
alter table concern add constraint concern_matter_not_itself check (matter_of <> id);
create index concern_matter on concern (school_id, matter_of) where matter_of is not null;
