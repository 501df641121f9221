import { noMessages, somethingElse } from './errors.ts';

/** What programs write where a chat has a name. */
const LOG_LEVELS =
  /^(?:[Tt]race|[Dd]ebug|[Ii]nfo|[Nn]otice|[Ww]arn(?:ing)?|[Ee]rror|[Cc]ritical|[Ff]atal)$|\b(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|CRITICAL|FATAL)\b/;
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
  if (names.every((name) => LOG_LEVELS.test(name))) throw somethingElse('the log file of a program');
  if (!bracket && names.every((name) => TIME_OF_DAY.test(name))) throw noMessages();
}
