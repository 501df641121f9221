import type { PolicyDocument, QuietDays, QuietHours } from '../document.ts';

const ON: Record<QuietDays, string> = {
  weekdays: 'school days',
  weekends: 'weekends',
  saturdays: 'Saturdays',
  sundays: 'Sundays',
  holidays: 'holidays',
};

/** Says a time of quiet: "from 21:00 to 07:00 on school days (except in an emergency)". */
export function sayQuiet({ from, to, days, exception }: QuietHours): string {
  const hours =
    to === '24:00' && from === '00:00' ? 'all day' : `from ${from}${to === undefined ? '' : ` to ${to}`}`;
  const on =
    days === undefined ? '' : ` on ${new Intl.ListFormat('en-GB').format(days.map((one) => ON[one]))}`;
  return `${hours}${on}${exception === undefined ? '' : ` (${exception})`}`;
}

/** All the times of quiet of a document, in words. */
export function quietWords({ quietTimes, quietHours }: PolicyDocument): readonly string[] {
  return (quietTimes ?? (quietHours ? [quietHours] : [])).map(sayQuiet);
}
