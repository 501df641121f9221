import type { CaseId } from '../cases/ids.ts';
import { type CaseFile, caseFor } from '../cases/read.ts';
import { mayWork, type Person } from '../cases/visibility.ts';
import type { TodayItem, TodayProvider } from '../edge/today.ts';
import { may } from '../people/permissions.ts';
import { Refusal } from '../platform/web/refusal.ts';
import type { Work } from '../platform/work.ts';
import { type Ban, openBans } from './ban/store.ts';
import { openPlans } from './contact/store.ts';

/** A case, for somebody who may see it; nothing for anybody else. */
async function seen(work: Work, person: Person, id: CaseId): Promise<CaseFile | undefined> {
  try {
    return await caseFor(work, person, id);
  } catch (error) {
    if (error instanceof Refusal && error.status === 404) return undefined;
    throw error;
  }
}

/** What a ban asks of somebody who decides, reviews or works on it. */
function banItem({ standing, facts }: Ban, { reference, facts: of }: CaseFile, person: Person) {
  const reviews = facts.review?.reviewer === person.member;
  const decides = of.decider === person.member;
  if (!decides && !reviews && !mayWork(person, of)) return undefined;
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
  const items: TodayItem[] = [];
  for (const ban of await openBans(work)) {
    const file = await seen(work, staff, ban.caseId);
    const item = file && banItem(ban, file, staff);
    if (item) items.push({ ...item, href: `/desk/cases/${ban.caseId}/ban` });
  }
  for (const { caseId, standing, reviewOn } of await openPlans(work)) {
    const file = standing === 'active' ? await seen(work, staff, caseId) : undefined;
    if (!file) continue;
    const label = `Look at a communication plan (${file.reference})`;
    items.push({ label, href: `/desk/cases/${caseId}/plan`, due: reviewOn });
  }
  return items;
};
