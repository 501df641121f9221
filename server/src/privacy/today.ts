import type { TodayProvider } from '../edge/today.ts';
import { may } from '../people/permissions.ts';
import { formatCount } from '../ui/index.ts';
import { openHolds } from './retention/holds.ts';
import { readQueue } from './retention/queue.ts';

/** What keeping records asks of the data protection lead: what is due to go, and holds to look at again. */
export const privacyToday: TodayProvider = async (work, staff) => {
  if (!may(staff.roles, 'retention.act')) return [];
  const due = (await readQueue(work, staff)).reduce((sum, line) => sum + line.due.length, 0);
  const holds = await openHolds(work);
  return [
    ...(due > 0
      ? [
          {
            label: `Let go of ${formatCount(due, 'record', 'records')} whose time is over`,
            href: '/desk/data/kept',
          },
        ]
      : []),
    ...holds.map(({ reviewOn }) => ({
      label: 'Look at a hold again',
      href: '/desk/data/holds',
      due: reviewOn,
    })),
  ];
};
