import { type CaseLine, caseLinesOf } from '../cases/lines.ts';
import { mayWork, type Person } from '../cases/visibility.ts';
import type { TodayItem, TodayProvider } from '../edge/today.ts';
import { may } from '../people/permissions.ts';
import { type Ban, openBans } from './ban/store.ts';
import { openPlans } from './contact/store.ts';

/** What a ban asks of somebody who decides, reviews or works on it. */
function banItem({ standing, facts }: Ban, { reference, sight }: CaseLine, person: Person) {
  const reviews = facts.review?.reviewer === person.member;
  const decides = sight.decider === person.member;
  if (!decides && !reviews && !mayWork(person, sight)) return undefined;
  const item = (what: string, due: TodayItem['due']) => ({ label: `${what} (${reference})`, due });
  switch (standing) {
    case 'notice-of-intent':
      return item('Decide on a ban', facts.answerBy);
    case 'provisional':
      return item('Confirm or end a provisional ban', facts.lapsesOn);
    case 'active':
      if (reviews) return item('Decide a review', facts.reviewOn);
      return facts.review ? undefined : item('Review a ban', facts.reviewOn);
    default:
      return undefined;
  }
}

/** What bans and plans have waiting for those who decide on or work on their case: never a name, always a day. */
export const sanctionsToday: TodayProvider = async (work, staff) => {
  if (!may(staff.roles, 'case.list')) return [];
  const bans = await openBans(work);
  const plans = (await openPlans(work)).filter(({ standing }) => standing === 'active');
  const cases = await caseLinesOf(
    work,
    staff,
    [...bans, ...plans].map(({ caseId }) => caseId),
  );
  const items: TodayItem[] = [];
  for (const ban of bans) {
    const line = cases.get(ban.caseId);
    const item = line && banItem(ban, line, staff);
    if (item) items.push({ ...item, href: `/desk/cases/${ban.caseId}/ban` });
  }
  for (const { caseId, reviewOn } of plans) {
    const line = cases.get(caseId);
    if (!line) continue;
    const label = `Look at a communication plan (${line.reference})`;
    items.push({ label, href: `/desk/cases/${caseId}/plan`, due: reviewOn });
  }
  return items;
};
