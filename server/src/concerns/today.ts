import { Temporal } from 'temporal-polyfill';
import type { TodayItem, TodayProvider } from '../edge/today.ts';
import { isAway } from '../people/away.ts';
import { may } from '../people/permissions.ts';
import { listMembers } from '../people/store.ts';
import { schoolDay } from '../platform/clock.ts';
import type { Work } from '../platform/work.ts';
import { addSchoolDays, type SchoolCalendar } from '../schools/calendar.ts';
import { schoolCalendar } from '../schools/calendar-store.ts';
import { type Colleague, waitsFor } from './care/rules.ts';
import { type ListedConcern, listConcerns } from './desk/list.ts';
import { LEADERS } from './rules.ts';
import type { Actor } from './standing.ts';

/** School days ahead from which it is said that a reporter waits for news: a matter that is well in hand says nothing. */
const NEWS_AHEAD = 2;

interface Day {
  readonly calendar: SchoolCalendar;
  readonly today: Temporal.PlainDate;
  readonly colleagues: readonly Colleague[];
}

async function dayOf(work: Work): Promise<Day> {
  const today = schoolDay(work.now);
  const members = await listMembers(work);
  return {
    calendar: await schoolCalendar(work),
    today,
    colleagues: members
      .filter(({ state }) => state === 'active')
      .map(({ id, roles, backOn }) => ({ member: id, roles, away: isAway(backOn, today) })),
  };
}

/** What is for those who hold a role, whoever looks after the concern: children and allegations wait for nobody. */
function roleItems(each: ListedConcern, staff: Actor): readonly TodayItem[] {
  const href = `/desk/concerns/${each.id}`;
  if (each.sight !== 'read' || !may(staff.roles, 'concern.triage')) return [];
  const received = schoolDay(each.receivedAt);
  const held = each.state === 'held' || each.state === 'case-held';
  const items: TodayItem[] = [];
  if (staff.roles.includes('safeguarding') && (held || (each.urgent && !each.screened))) {
    items.push({ label: `Safeguarding: look at ${each.reference} now`, href, due: received });
  }
  const leads = LEADERS.some((role) => staff.roles.includes(role));
  if (each.officerBy && (leads || each.route !== 'ordinary')) {
    const label = `Tell the council’s designated officer about ${each.reference}`;
    items.push({ label, href, due: each.officerBy });
  }
  if (each.due.screen) {
    const label = `Answer the safeguarding question for ${each.reference}`;
    items.push({ label, href, due: each.due.screen });
  }
  return items;
}

/** Whether a day is near enough to be said: it lies a few school days ahead, or has passed. */
const isNear = (due: Temporal.PlainDate, { calendar, today }: Day): boolean =>
  Temporal.PlainDate.compare(due, addSchoolDays(calendar, today, NEWS_AHEAD)) <= 0;

/** What is for whoever looks after the concern. */
function ownItems(each: ListedConcern, staff: Actor, day: Day): readonly TodayItem[] {
  const href = `/desk/concerns/${each.id}`;
  const reads = each.sight === 'read' && may(staff.roles, 'concern.triage');
  const lead = staff.roles.includes('safeguarding');
  const held = each.state === 'held' || each.state === 'case-held';
  const mine = (due: Temporal.PlainDate | undefined) =>
    waitsFor({ ...day, care: each.care, sight: each.facts, due })?.has(staff.member) ?? true;
  const items: TodayItem[] = [];
  // A hold stops every word to the reporter but the safeguarding lead's own. The office may thank whoever looks after it.
  const speaks = may(staff.roles, 'concern.acknowledge') && (!held || lead);
  const { acknowledge, decide, news } = each.due;
  const thanks = mine(acknowledge) || staff.roles.includes('office') || held;
  if (each.screened && acknowledge && speaks && thanks) {
    items.push({ label: `Acknowledge ${each.reference}`, href, due: acknowledge });
  }
  if (!reads) return items;
  if (decide && mine(decide)) {
    items.push({ label: `Decide what happens next with ${each.reference}`, href, due: decide });
  }
  if (news && speaks && isNear(news, day) && mine(news)) {
    items.push({ label: `Write to the reporter of ${each.reference} again, as promised`, href, due: news });
  }
  if (each.answered && mine(undefined)) {
    items.push({ label: `Read new words from the reporter of ${each.reference}`, href });
  }
  return items;
}

/** What of concerns waits for somebody: only what they may see, may do, and is theirs to do. */
export async function waitingFor(work: Work, staff: Actor): Promise<readonly TodayItem[]> {
  if (!may(staff.roles, 'concern.list')) return [];
  const open = await listConcerns(work, staff, 'open');
  if (open.length === 0) return [];
  const day = await dayOf(work);
  return open.flatMap((each) => [...roleItems(each, staff), ...ownItems(each, staff, day)]);
}

/** Concerns on the desk's first page. */
export const concernsToday: TodayProvider = waitingFor;
