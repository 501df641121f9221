-- A piece that was shown to somebody is kept with its case; one that nobody was shown goes when the case is over.
alter table evidence_custody drop constraint evidence_custody_act_check;
alter table evidence_custody add constraint evidence_custody_act_check
  check (act in ('seen', 'exported', 'sealed', 'covered', 'shown'));
alter table evidence_custody add column occasion text
  check (occasion in ('letter', 'meeting', 'pack', 'panel', 'authority'));
alter table evidence_custody add check ((act = 'shown') = (occasion is not null));
