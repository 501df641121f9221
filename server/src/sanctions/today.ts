import { casesFor } from '../cases/read.ts';
import { mayWork } from '../cases/visibility.ts';
import type { TodayItem, TodayProvider } from '../edge/today.ts';
import { may } from '../people/permissions.ts';
import { openBans } from './ban/store.ts';
import { openPlans } from './contact/store.ts';

/** What bans and plans have waiting for those who decide on or work on their case: never a name, always a day. */
export const sanctionsToday: TodayProvider = async (work, staff) => {
  if (!may(staff.roles, 'case.list')) return [];
  const filters = [true, false].map((closed) => ({ closed, states: [] }));
  const cases = [];
  for (const filter of filters) cases.push(...(await casesFor(work, staff, filter)));
  const lines = new Map(cases.map((line) => [line.id, line]));
  const items: TodayItem[] = [];
  for (const { caseId, standing, facts } of await openBans(work)) {
    const line = lines.get(caseId);
    const reviews = facts.review?.reviewer === staff.member;
    const decides = line?.sight.decider === staff.member;
    if (!line || !(decides || reviews || mayWork(staff, line.sight))) continue;
    const href = `/desk/cases/${caseId}/ban`;
    const label = (what: string) => `${what} (${line.reference})`;
    if (standing === 'notice-of-intent')
      items.push({ label: label('Decide on a ban'), href, due: facts.answerBy });
    if (standing === 'provisional') {
      items.push({ label: label('Confirm or end a provisional ban'), href, due: facts.lapsesOn });
    }
    if (standing === 'active' && (decides || !facts.review)) {
      items.push({ label: label('Review a ban'), href, due: facts.reviewOn });
    }
    if (standing === 'active' && reviews) {
      items.push({ label: label('Decide a review'), href, due: facts.reviewOn });
    }
  }
  for (const { caseId, standing, reviewOn } of await openPlans(work)) {
    const line = lines.get(caseId);
    if (!line || standing !== 'active') continue;
    const href = `/desk/cases/${caseId}/plan`;
    items.push({ label: `Look at a communication plan (${line.reference})`, href, due: reviewOn });
  }
  return items;
};
