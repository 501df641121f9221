import type { Role } from './roles.ts';

/**
 * Who may do what (domain 2.11): one row an act, everything else refused. Rules about a single record (nobody
 * decides their own case, rule 8) come on top of this, in the record's own room.
 */
export const PERMISSIONS = {
  'today.see': ['office', 'handler', 'head', 'safeguarding', 'chair', 'governor', 'clerk', 'data', 'admin'],
  'school.edit': ['office', 'head', 'admin'],
  'people.see': ['office', 'head', 'admin'],
  'people.edit': ['head', 'admin'],
  'mail.see': ['admin'],
  'mailbox.edit': ['admin'],
  'audit.see': ['head', 'chair', 'data', 'admin'],

  'policy.see': ['office', 'handler', 'head', 'safeguarding', 'chair', 'governor', 'clerk', 'data', 'admin'],
  'policy.edit': ['office', 'head', 'admin'],
  'policy.adopt': ['office', 'head', 'clerk', 'admin'],
  'policy.sign': ['head', 'governor', 'chair'],
  'policy.publish': ['office', 'head', 'admin'],

  'agreement.list': ['office', 'data'],
  'agreement.count': ['office', 'handler', 'head', 'chair', 'governor', 'clerk', 'data'],
  'agreement.record': ['office'],

  // Parents' names and addresses for mail: for whoever runs agreements, and for requests about data.
  'roster.see': ['office', 'head', 'data'],
  'roster.edit': ['office', 'head'],
  'roster.erase': ['office', 'data'],

  'group.see': ['office', 'handler', 'head', 'safeguarding', 'data', 'admin'],
  'group.edit': ['office', 'head'],

  // Chair, clerk and governors see only concerns that go past the Head or that they were appointed to (concerns/rules).
  'concern.list': ['office', 'handler', 'head', 'safeguarding', 'chair', 'clerk', 'governor'],
  'concern.read': ['handler', 'head', 'safeguarding', 'chair', 'clerk', 'governor'],
  'concern.log': ['office', 'handler', 'head', 'safeguarding'],
  'concern.triage': ['handler', 'head', 'safeguarding', 'chair', 'clerk', 'governor'],
  'concern.acknowledge': ['office', 'handler', 'head', 'safeguarding', 'chair', 'clerk', 'governor'],
  'concern.identity': ['handler', 'head', 'safeguarding', 'chair', 'clerk', 'governor'],
  // Whoever knows that a concern is there may write down that they called for help.
  'concern.emergency': ['office', 'handler', 'head', 'safeguarding', 'chair', 'clerk', 'governor'],
  'safeguarding.see': ['safeguarding'],
  // The lead's own record beside a concern: the others only where they stand in (safeguarding/rules).
  'safeguarding.work': ['safeguarding', 'head', 'chair', 'clerk', 'governor'],

  // Governors and clerks come in as alternates only, when a case goes past the Head or the Chair (rules 9, 10): which
  // cases each of these people sees is the room's own rule, and for an ordinary governor it is none.
  'case.list': ['handler', 'head', 'chair', 'safeguarding', 'governor', 'clerk'],
  'case.read': ['handler', 'head', 'chair', 'safeguarding', 'governor', 'clerk'],
  'case.work': ['handler', 'head', 'chair', 'safeguarding', 'governor', 'clerk'],
  'case.decide': ['head', 'chair', 'governor'],
  'case.review': ['chair', 'governor'],
  'case.countersign': ['handler', 'head', 'chair', 'governor'],
  'case.close': ['handler', 'head', 'chair', 'safeguarding', 'governor', 'clerk'],
  // Name, scope and dates of the bans that hold, for whoever stands at the gate (domain 2.11).
  'gate.see': ['office', 'handler', 'head', 'safeguarding', 'chair'],
  // What is kept, for how long, and what goes: no case and no concern is opened for it.
  'retention.see': ['data'],
  'retention.act': ['data'],
  'data.log': ['data', 'head'],
  // Requests for their own data: what was written about somebody is opened, passage by passage; a second person checks.
  'data.disclose': ['data'],
  'data.check': ['data', 'head', 'chair'],

  // Counts only, small numbers hidden: nothing that taints a panel (rule 40).
  'report.see': ['head', 'chair', 'governor', 'clerk', 'data'],
  'report.publish': ['head'],

  // What a parent wrote on paper, typed by somebody who need not see the matter.
  'answer.key-in': ['office', 'handler', 'head'],
  // The school's own words of its documents.
  'letter.word': ['office', 'head'],
  'letter.print': ['office', 'handler', 'head', 'chair', 'governor', 'clerk'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Act = keyof typeof PERMISSIONS;

/**
 * Whether any of a person's roles includes an act.
 * @param roles the roles of one member of one school
 */
export function may(roles: readonly Role[], act: Act): boolean {
  const allowed: readonly Role[] = PERMISSIONS[act];
  return roles.some((role) => allowed.includes(role));
}
