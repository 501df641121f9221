import type { Staff } from '../edge/staff.ts';
import type { TodayItem, TodayProvider } from '../edge/today.ts';
import { may } from '../people/permissions.ts';
import { schoolDay } from '../platform/clock.ts';
import type { Work } from '../platform/work.ts';
import { schoolCalendar } from '../schools/calendar-store.ts';
import { formatCount } from '../ui/index.ts';
import { openDoubts } from './doubts.ts';
import { policyInWork } from './drafts.ts';
import { reviewDate, reviewStage, reviewTime } from './review.ts';
import { placesOf } from './signatures.ts';
import { type SignaturePlace, unsigned, whyNotSign } from './signing.ts';
import { policyInForceOn } from './store.ts';
import type { PolicyRecord } from './version.ts';

/** What waits for somebody on a version that is not in force yet. */
export function itemsInWork(
  record: PolicyRecord,
  places: readonly SignaturePlace[],
  staff: Pick<Staff, 'member' | 'roles'>,
): readonly TodayItem[] {
  const href = `/desk/policy/${record.id}`;
  const { roles } = staff;
  if (record.state === 'draft') {
    const open = openDoubts(record.doubts).length;
    if (open > 0) {
      const things = formatCount(open, 'thing', 'things');
      return may(roles, 'policy.edit') ? [{ label: `Settle ${things} in the policy`, href }] : [];
    }
    return may(roles, 'policy.adopt') ? [{ label: 'Record who approved the policy', href }] : [];
  }
  if (record.state === 'consultation') return [];
  if (record.state === 'approved') {
    return may(roles, 'policy.adopt')
      ? [{ label: 'Record that the policy was adopted', href: `${href}/adopt` }]
      : [];
  }
  const signs = may(roles, 'policy.sign')
    ? places
        .filter((place) => whyNotSign(place, places, staff) === undefined)
        .map((place) => ({ label: `Sign the policy as ${place.role}`, href: `${href}/sign/${place.id}` }))
    : [];
  const ready = unsigned(places).length === 0 && may(roles, 'policy.publish');
  return [...signs, ...(ready ? [{ label: 'Put the policy in force', href: `${href}/in-force` }] : [])];
}

async function reviewItems(work: Work, staff: Staff): Promise<readonly TodayItem[]> {
  if (!may(staff.roles, 'policy.adopt')) return [];
  const today = schoolDay(work.now);
  const version = await policyInForceOn(work, today);
  if (!version) return [];
  const href = `/desk/policy/${version.id}/review`;
  const date = reviewDate(version);
  if (!date) return [{ label: 'Say when the policy is to be reviewed', href }];
  const time = reviewTime(date, await schoolCalendar(work));
  return reviewStage(time, today) ? [{ label: 'Review the policy', href, due: time.due }] : [];
}

/** What the policy has waiting for somebody: doubts, adoption, signatures, coming into force, the review. */
export const policyToday: TodayProvider = async (work, staff) => {
  const record = await policyInWork(work);
  const items = record ? itemsInWork(record, await placesOf(work, record.id), staff) : [];
  return [...items, ...(await reviewItems(work, staff))];
};
