import type { TodayProvider } from '../edge/today.ts';
import { may } from '../people/permissions.ts';
import { MAILBOX } from './desk/page.tsx';
import { findMailbox } from './mailbox/settings.ts';

/** A mailbox that cannot be read: parents write to it meanwhile. */
export const intakeToday: TodayProvider = async (work, staff) => {
  if (!may(staff.roles, 'mailbox.edit')) return [];
  const row = await findMailbox(work);
  if (!row?.active || row.failingSince === null) return [];
  return [{ label: 'Look at the mailbox for concerns: it cannot be read', href: MAILBOX }];
};
