import type { Staff } from '../edge/staff.ts';
import type { TodayItem, TodayProvider } from '../edge/today.ts';
import { may } from '../people/permissions.ts';
import { schoolDay } from '../platform/clock.ts';
import type { Work } from '../platform/work.ts';
import { formatCount } from '../ui/index.ts';
import { requestsToday } from './access/today.ts';
import { listBreaches } from './breaches/store.ts';
import { listComplaints } from './complaints/store.ts';
import { openHolds } from './retention/holds.ts';
import { countDue } from './retention/queue.ts';

/** What the logs ask: complaints to acknowledge or answer, breaches to decide or to tell. */
async function logsToday(work: Work): Promise<readonly TodayItem[]> {
  const complaints = (await listComplaints(work)).flatMap(({ id, state, acknowledgeBy }): TodayItem[] => {
    const href = `/desk/data/complaints/${id}`;
    if (state === 'received')
      return [{ label: 'Acknowledge a complaint about data', href, due: acknowledgeBy }];
    return state === 'acknowledged' ? [{ label: 'Answer a complaint about data', href }] : [];
  });
  const breaches = (await listBreaches(work)).flatMap((breach): TodayItem[] => {
    const href = `/desk/data/breaches/${breach.id}`;
    const due = schoolDay(breach.notifyBy);
    if (breach.state === 'open') return [{ label: 'Decide about a breach of data', href, due }];
    if (breach.state === 'closed') return [];
    return breach.decision?.notify && !breach.notifiedAt
      ? [{ label: 'Tell the regulator of a breach', href, due }]
      : [{ label: 'Close a breach of data', href }];
  });
  return [...complaints, ...breaches];
}

/** What keeping records asks of the data protection lead: what is due to go, and holds to look at again. */
export const privacyToday: TodayProvider = async (work, staff) => [
  ...(may(staff.roles, 'data.log') ? await logsToday(work) : []),
  ...(await requestsToday(work, staff)),
  ...(may(staff.roles, 'retention.act') ? await keepingToday(work, staff) : []),
];

/** What keeping records asks for by itself. */
async function keepingToday(work: Work, staff: Staff): Promise<readonly TodayItem[]> {
  const due = await countDue(work, staff);
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
}
