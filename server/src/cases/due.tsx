import { Temporal } from 'temporal-polyfill';
import { formatShortDate } from '../ui/index.ts';

/** By when something is due; said in words when the day has passed. */
export function DueDay({ due, today }: { due: Temporal.PlainDate | undefined; today: Temporal.PlainDate }) {
  if (!due) return <>No date</>;
  const late = Temporal.PlainDate.compare(due, today) < 0;
  return (
    <>
      {formatShortDate(due)}
      {late && <strong> (late)</strong>}
    </>
  );
}
