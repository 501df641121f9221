import type { RetentionClass } from './classes.ts';

/** Where a table stands: in a class of the schedule, or outside it for a reason. */
export type TableKept = { readonly class: RetentionClass } | { readonly exempt: string };

const of = (name: RetentionClass): TableKept => ({ class: name });
const because = (exempt: string): TableKept => ({ exempt });

const NOBODY = because('Holds settings of the school, nothing about a person.');
const POLICY = because('The adopted policy and its record are kept for good, with the minutes (domain 3.4).');
const IDS_ONLY = because('Holds ids, codes, days and counts only: nothing in it names anybody.');
const RECORD = because('The school’s proof of what it did: ids, codes, counts and hashes, never a name.');

/** Every table with a school, and how long what is in it stays (rule 37). A test compares this with the database. */
export const TABLE_CLASSES: Readonly<Record<string, TableKept>> = {
  concern: of('concern'),
  concern_member: of('concern'),
  concern_event: of('concern'),
  concern_evidence: of('picture'),
  evidence_custody: of('picture'),
  // The child's own record is the safeguarding system's; what stands here goes with the concern (domain 3.4).
  safeguarding_record: of('concern'),
  safeguarding_entry: of('concern'),
  safeguarding_action: of('concern'),
  safeguarding_guidance: NOBODY,
  concern_reporter: of('reporter'),
  concern_relay: of('reporter'),
  concern_mail: of('concern'),
  reporter_mark: of('reporter'),
  reporter_mark_key: of('reporter'),
  mailbox_mail: of('concern'),
  mailbox: NOBODY,

  conduct_case: of('case-outcome'),
  case_party: of('case-outcome'),
  case_event: of('case-outcome'),
  case_account: of('case-outcome'),
  case_contact: of('case-outcome'),
  case_answer: of('case-outcome'),
  case_decision: of('case-outcome'),
  case_referral: of('case-outcome'),
  case_legal: of('case-outcome'),
  case_task: of('case-outcome'),
  case_note: of('case-outcome'),
  letter: of('case-outcome'),
  letter_delivery: of('case-outcome'),
  letter_template: NOBODY,
  letter_wording: NOBODY,
  letter_setting: NOBODY,
  site_ban: of('ban'),
  site_ban_event: of('ban'),
  communication_plan: of('ban'),
  subject_page: of('case-outcome'),
  subject_access: of('case-outcome'),
  subject_word: of('case-outcome'),
  meeting: of('case-outcome'),
  meeting_event: of('case-outcome'),

  agreement: of('agreement'),
  agreement_certificate: of('agreement'),
  agreement_scan: because('Scans that wait for the office; they become part of an agreement or are dropped.'),
  agreement_answer: of('talk'),
  agreement_invitation: of('agreement'),
  agreement_asking: NOBODY,
  agreement_class_link: IDS_ONLY,

  adult: of('leaver'),
  adult_class: of('leaver'),
  roster_change: of('leaver'),
  roster_import: because('Its content is forgotten by a job of its own within days; what stays is counts.'),
  roster_setting: NOBODY,
  rollover: IDS_ONLY,

  chat_moderator: of('volunteer'),
  volunteer_link: of('volunteer'),
  pta_officer: of('volunteer'),
  pta_notice: of('volunteer'),
  chat_group: NOBODY,
  chat_group_class: NOBODY,
  chat_group_check: NOBODY,
  moderator_notice: IDS_ONLY,
  school_class: NOBODY,

  policy: POLICY,
  policy_signature: POLICY,
  policy_consultation: POLICY,
  policy_comment: of('comment'),
  policy_publication: POLICY,
  policy_review_notice: IDS_ONLY,

  member: because('Whoever reads the record must know who acted, as long as the record is kept.'),
  mail: because('Forgotten by a job of its own, days after it was sent.'),
  file: because('Goes with the record that names it; the disk is swept every night.'),
  form_once: because('Forgotten by a job of its own after two days.'),
  school_year: NOBODY,
  school_key: NOBODY,
  audit_entry: RECORD,
  audit_head: RECORD,
  retention_rule: NOBODY,
  retention_hold: because(
    'Says why a record could not go; its words name nobody, and it ends with the record.',
  ),
  destruction: RECORD,
  governor_report: because('Counts with the small ones hidden, and words about what the school learned.'),
  data_complaint: of('request'),
  data_complaint_step: of('request'),
  data_breach: of('request'),
  access_request: of('request'),
  access_pause: of('request'),
  access_record: of('request'),
  access_passage: of('request'),
};
