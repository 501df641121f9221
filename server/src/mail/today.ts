import type { TodayProvider } from '../edge/today.ts';
import { may } from '../people/permissions.ts';
import { countMail } from '../platform/mail/tray.ts';
import { formatCount } from '../ui/index.ts';
import { TRAY } from './tray-page.tsx';

/** Mail that no further try will send. */
export const mailToday: TodayProvider = async (work, staff) => {
  if (!may(staff.roles, 'mail.see')) return [];
  const dead = await countMail(work, ['dead']);
  if (dead === 0) return [];
  return [{ label: `Look at ${formatCount(dead, 'mail', 'mails')} that could not be sent`, href: TRAY }];
};
