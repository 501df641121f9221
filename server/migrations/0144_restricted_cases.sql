-- A case that ended quietly is shut to most people once it is closed (rule 22). What decides who sees a case now says as
-- what it is kept, while it is closed; the letters of what ended quietly are printed only by those who still see it.

-- Past the walls, for the rows that there are: rows are changed here without an act to record.
alter table conduct_case no force row level security;
alter table conduct_case disable trigger user;
alter table letter no force row level security;
alter table letter disable trigger user;
alter table member no force row level security;

update conduct_case set sight = sight || jsonb_build_object('closed', retention)
  where state in ('closed', 'retained', 'erased') and retention is not null;

update letter set
  restricted = true,
  open_to = array(
    select person.id from member person
    where person.school_id = letter.school_id and person.id = any (letter.open_to) and (
      person.id::text in (kept.sight ->> 'handler', kept.sight ->> 'decider', kept.sight ->> 'banReviewer')
      or case
        when kept.sight -> 'opening' ->> 'route' in ('ordinary', 'past-lead') then 'head'
        when kept.sight -> 'opening' ->> 'route' in ('past-head', 'past-head-and-lead') then 'chair'
        else 'clerk'
      end = any (person.roles)))
  from conduct_case kept
  where kept.school_id = letter.school_id and kept.id = letter.case_id
    and kept.sight ->> 'closed' = 'no-further-action';

alter table conduct_case enable trigger user;
alter table conduct_case force row level security;
alter table letter enable trigger user;
alter table letter force row level security;
alter table member force row level security;
