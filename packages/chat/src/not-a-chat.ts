import { noMessages, somethingElse } from './errors.ts';

/** What programs write where a chat has a name; in capitals also among other words. */
const LEVELS = '(?:trace|debug|info|notice|warn(?:ing)?|error|critical|fatal)';
const LEVEL_ALONE = new RegExp(`^${LEVELS}$`, 'i');
const LEVEL_INSIDE = new RegExp(`\\b${LEVELS.toUpperCase()}\\b`);
/** What a timetable has there: "17/11/2023 15:30 - 16:30: Parents' evening". */
const TIME_OF_DAY = /^\d{1,2}[:.]\d{2}$/;

/**
 * Refuses what has lines like a chat's and is none, by its would-be senders: a log, a timetable, a diary.
 * @param names the senders of the whole file
 * @param bracket whether headers stand in brackets
 * @param hasNotices asked whether anything that WhatsApp says is there, where nobody wrote anything
 * @throws ChatReadError when it is something else
 */
export function refuseOthers(names: readonly string[], bracket: boolean, hasNotices: () => boolean): void {
  if (names.length === 0) {
    if (!hasNotices()) throw noMessages();
    return;
  }
  if (names.every((name) => LEVEL_ALONE.test(name) || LEVEL_INSIDE.test(name)))
    throw somethingElse('the log file of a program');
  if (!bracket && names.every((name) => TIME_OF_DAY.test(name))) throw noMessages();
}
