import type { TodayItem, TodayProvider } from '../edge/today.ts';
import { may } from '../people/permissions.ts';
import { schoolDay } from '../platform/clock.ts';
import { formatCount } from '../ui/index.ts';
import { currentModerators } from './moderators-store.ts';
import { listGroups } from './store.ts';

/** What the register has waiting for the office: people who were suggested, groups with nobody, terms that end. */
export const groupsToday: TodayProvider = async (work, staff) => {
  if (!may(staff.roles, 'group.edit')) return [];
  const today = schoolDay(work.now);
  const groups = new Map((await listGroups(work)).map((group) => [group.id, group]));
  const moderators = (await currentModerators(work)).filter(({ group }) => groups.has(group));
  const items: TodayItem[] = [];
  for (const { group } of moderators.filter(({ state }) => state === 'proposed')) {
    items.push({ label: 'Ask somebody who was suggested as a moderator', href: `/desk/groups/${group}` });
  }
  for (const { group, state, termEnds } of moderators) {
    if (state !== 'accepted' || !termEnds || today.until(termEnds).days > 30) continue;
    items.push({ label: 'A moderator’s term ends', href: `/desk/groups/${group}`, due: termEnds });
  }
  const alone = [...groups.keys()].filter((id) => !moderators.some(({ group }) => group === id));
  if (alone.length > 0) {
    const label = `Find somebody to look after ${formatCount(alone.length, 'group', 'groups')}`;
    items.push({ label, href: '/desk/groups' });
  }
  return items;
};
