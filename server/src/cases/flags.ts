import type { TagKind } from '../ui/index.ts';
import type { CaseFacts } from './facts.ts';
import type { Outside } from './request.ts';

/** What runs beside the state of a case (domain 2.3). */
export const CASE_FLAGS = [
  'safeguarding-hold',
  'police-hold',
  'legal-privilege',
  'conflict-reassigned',
  'adjustments',
  'ban-track',
] as const;
export type CaseFlag = (typeof CASE_FLAGS)[number];

export const FLAG_TEXT: Readonly<Record<CaseFlag, { readonly name: string; readonly tag: TagKind }>> = {
  'safeguarding-hold': { name: 'Safeguarding hold', tag: 'urgent' },
  'police-hold': { name: 'Police hold', tag: 'urgent' },
  'legal-privilege': { name: 'Legal advice asked for', tag: 'waiting' },
  'conflict-reassigned': { name: 'Kept from somebody with an interest', tag: 'waiting' },
  adjustments: { name: 'Adjustments in place', tag: 'progress' },
  'ban-track': { name: 'Ban from the site', tag: 'waiting' },
};

const RAISED: Readonly<Record<CaseFlag, (facts: CaseFacts, outside: Outside) => boolean>> = {
  'safeguarding-hold': (_, { held }) => held,
  'police-hold': ({ policeHold }) => policeHold,
  'legal-privilege': ({ privileged }) => privileged,
  'conflict-reassigned': ({ opening, interested }) =>
    interested.length > 0 || opening?.route !== 'ordinary' || opening.targets.length > 0,
  adjustments: ({ needs }) => needs.subject === 'some' || needs.reporter === 'some',
  'ban-track': ({ instruments }) =>
    instruments['site-ban'] !== undefined && instruments['site-ban'] !== 'ended',
};

/** The flags of a case, in the order above. Each is worked out from what is on record; nobody sets one by hand. */
export function flagsOf(facts: CaseFacts, outside: Outside): readonly CaseFlag[] {
  return CASE_FLAGS.filter((flag) => RAISED[flag](facts, outside));
}
