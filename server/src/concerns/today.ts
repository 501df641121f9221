import type { TodayItem, TodayProvider } from '../edge/today.ts';
import { may } from '../people/permissions.ts';
import { schoolDay } from '../platform/clock.ts';
import { nextSchoolDay, type SchoolCalendar } from '../schools/calendar.ts';
import { schoolCalendar } from '../schools/calendar-store.ts';
import { type ListedConcern, listConcerns } from './desk/list.ts';
import { LEADERS } from './rules.ts';
import type { Actor } from './standing.ts';

function itemsOf(each: ListedConcern, staff: Actor, calendar: SchoolCalendar): readonly TodayItem[] {
  const href = `/desk/concerns/${each.id}`;
  const reads = each.sight === 'read' && may(staff.roles, 'concern.triage');
  const lead = staff.roles.includes('safeguarding');
  const held = each.state === 'held' || each.state === 'case-held';
  const received = schoolDay(each.receivedAt);
  const items: TodayItem[] = [];
  if (reads && lead && (held || (each.urgent && !each.screened))) {
    items.push({ label: `Safeguarding: look at ${each.reference} now`, href, due: received });
  }
  const leads = LEADERS.some((role) => staff.roles.includes(role));
  if (reads && each.officerBy && (leads || each.route !== 'ordinary')) {
    const label = `Tell the council’s designated officer about ${each.reference}`;
    items.push({ label, href, due: each.officerBy });
  }
  if (reads && !each.screened) {
    const due = nextSchoolDay(calendar, received);
    items.push({ label: `Answer the safeguarding question for ${each.reference}`, href, due });
  }
  // A hold stops every word to the reporter but the safeguarding lead's own.
  const speaks = may(staff.roles, 'concern.acknowledge') && (!held || lead);
  if (each.screened && !each.acknowledged && speaks) {
    items.push({ label: `Acknowledge ${each.reference}`, href, due: each.acknowledgeBy });
  }
  if (reads && each.answered)
    items.push({ label: `Read new words from the reporter of ${each.reference}`, href });
  return items;
}

/** Concerns that wait for somebody: only those that they may see, and only what they may do. */
export const concernsToday: TodayProvider = async (work, staff) => {
  if (!may(staff.roles, 'concern.list')) return [];
  const open = await listConcerns(work, staff, 'open');
  const calendar = await schoolCalendar(work);
  return open.flatMap((each) => itemsOf(each, staff, calendar));
};
