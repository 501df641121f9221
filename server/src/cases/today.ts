import type { TodayItem, TodayProvider } from '../edge/today.ts';
import { may } from '../people/permissions.ts';
import { caseHref } from './guarded.ts';
import { type CaseLine, casesFor } from './lines.ts';
import type { CaseState } from './states.ts';
import { tasksFor } from './tasks/store.ts';
import {
  mayApprove,
  mayConvene,
  maySignSecond,
  mayWork,
  type Person,
  wantsApproval,
  wantsSecondSignature,
} from './visibility.ts';

/** What waits for those who look into a case, by where it stands. */
const FOR_WORKERS: Readonly<Partial<Record<CaseState, string>>> = {
  gathering: 'Gather accounts',
  'parent-contact': 'Speak with the parent',
  assessment: 'Assess a case',
  'outcome-issued': 'Tell those concerned and set a follow-up',
  'follow-up': 'Follow up and close a case',
  reviewed: 'Finish a case after its review',
};

/** What one case asks of one person. */
function labelFor({ state, sight }: CaseLine, person: Person): string | undefined {
  if (wantsApproval(sight) && mayApprove(person, sight)) return 'Agree to a referral, or not';
  if (state === 'review') {
    if (sight.review) return sight.review.reviewer === person.member ? 'Decide a review' : undefined;
    return mayConvene(person, sight) ? 'Name who reviews an outcome' : undefined;
  }
  if (state === 'decision') {
    if (sight.decider === person.member) return sight.decision ? 'Issue an outcome' : 'Decide a case';
    return wantsSecondSignature(sight) && maySignSecond(person, sight) ? 'Sign a decision' : undefined;
  }
  // A case that nobody has in hand waits for everybody who may take it.
  const mine = sight.handler === undefined ? mayWork(person, sight) : sight.handler === person.member;
  return mine ? FOR_WORKERS[state] : undefined;
}

/** What cases have waiting for somebody, with the day each step is due. */
export const casesToday: TodayProvider = async (work, staff) => {
  if (!may(staff.roles, 'case.list')) return [];
  const cases = await casesFor(work, staff, { closed: false, states: [], mine: false });
  const tasks = await tasksFor(work, staff);
  const waiting = tasks.map(
    ({ caseId, reference, what = 'Do a task', due, asDeputy }): TodayItem => ({
      label: `${what}${asDeputy ? ', as deputy' : ''} (${reference})`,
      href: `${caseHref(caseId)}#tasks`,
      due,
    }),
  );
  const steps = cases.flatMap((line): TodayItem[] => {
    const label = labelFor(line, staff);
    if (label === undefined) return [];
    return [{ label: `${label} (${line.reference})`, href: caseHref(line.id), due: line.due }];
  });
  return [...steps, ...waiting];
};
