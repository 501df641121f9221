-- Signatures by a personal link, and scans of signatures on paper.
alter table policy_signature drop constraint policy_signature_method_check;
alter table policy_signature drop constraint policy_signature_check;
alter table policy_signature add constraint policy_signature_method_check
  check (method in ('screen', 'link', 'paper'));
-- The hash of the link's secret; kept after the signature, so that a used link can say so.
alter table policy_signature add column link_hash text;
alter table policy_signature add column link_expires_at timestamptz;
alter table policy_signature add column scan_file_id uuid;
alter table policy_signature add constraint policy_signature_whole check
  ((method is null) = (name is null) and (method is null) = (signed_on is null)
    and (method is null) = (recorded_at is null)
    and ((method is not null and method <> 'link') = (recorded_by is not null)));
alter table policy_signature add constraint policy_signature_scan check (scan_file_id is null or method = 'paper');
alter table policy_signature add foreign key (school_id, scan_file_id) references file (school_id, id);
create unique index policy_signature_link on policy_signature (school_id, link_hash) where link_hash is not null;
