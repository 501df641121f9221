-- A concern can be about the safeguarding lead too, and those who sort it write down who is in it.
alter table concern drop constraint concern_route_check;
alter table concern add constraint concern_route_check check (route in
  ('ordinary', 'past-head', 'past-governors', 'past-both',
   'past-lead', 'past-head-and-lead', 'past-governors-and-lead', 'past-all'));
alter table concern drop constraint concern_about_check;
alter table concern add constraint concern_about_check check (about in
  ('parent', 'teacher', 'staff', 'head', 'governors', 'head-and-governors', 'lead', 'pupil', 'unsure'));
alter table concern add column involved text[] not null default '{}';
