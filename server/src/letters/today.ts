import type { TodayProvider } from '../edge/today.ts';
import { may } from '../people/permissions.ts';
import { mayPrint } from './access.ts';
import { issuedLetters } from './store.ts';

/** Letters that wait to be printed and given, for the office. */
export const lettersToday: TodayProvider = async (work, staff) => {
  if (!staff.roles.includes('office') || !may(staff.roles, 'letter.print')) return [];
  const waiting = (await issuedLetters(work, 'issued')).filter((letter) => mayPrint(staff, letter));
  return waiting.map(({ id, reference }) => ({
    label: `Print and give a letter (${reference})`,
    href: `/desk/letters/${id}`,
  }));
};
