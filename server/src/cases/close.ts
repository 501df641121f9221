import type { Temporal } from 'temporal-polyfill';
import { concludeConcern, isConcluded } from '../concerns/store.ts';
import { schoolDay } from '../platform/clock.ts';
import type { Work } from '../platform/work.ts';
import { readSchedule } from '../privacy/retention/schedule.ts';
import { schoolCalendar } from '../schools/calendar-store.ts';
import { act } from './act.ts';
import { latestFollowUp } from './deadlines.ts';
import { countWords } from './deeds.ts';
import type { CaseId } from './ids.ts';
import { type CaseFile, caseCell } from './read.ts';
import { keepUntil, LINE_OF, retentionOf } from './retention.ts';
import type { Person } from './visibility.ts';

/**
 * Sets when the outcome is looked at again, at most half a term away, and what will be looked at: never the group itself.
 */
export async function setFollowUp(
  work: Work,
  person: Person,
  id: CaseId,
  day: Temporal.PlainDate,
  what: string,
): Promise<void> {
  const calendar = await schoolCalendar(work);
  await act(
    work,
    person,
    id,
    ({ facts, outside }) => ({
      act: 'set-follow-up',
      day,
      latest: latestFollowUp(calendar, facts.issuedOn ?? outside.today),
    }),
    { row: () => ({ followUp: work.keys.seal(caseCell('follow_up', id), what) }) },
  );
}

/**
 * Closes a case: its retention class is set, and the person who raised it is told that it was dealt with and nothing
 * more, in the same transaction.
 * @param note what the follow-up showed
 */
export async function closeCase(
  work: Work,
  person: Person,
  id: CaseId,
  note: string,
  origin: string,
): Promise<void> {
  const today = schoolDay(work.now);
  const schedule = await readSchedule(work);
  const kept = ({ facts }: Pick<CaseFile, 'facts'>) => {
    const retention = retentionOf(facts.decision?.outcome);
    return { retention, keepUntil: keepUntil(retention, today, schedule[LINE_OF[retention]].months) };
  };
  const { file } = await act(
    work,
    person,
    id,
    (opened) => ({ act: 'close', words: countWords(note), ...kept(opened) }),
    {
      row: (opened) => ({
        ...kept(opened),
        closing: work.keys.seal(caseCell('closing', id), note),
        closedAt: work.now,
      }),
    },
  );
  // After a review the person who raised it was told already.
  if (file.concern && !(await isConcluded(work, file.concern))) {
    await concludeConcern(work, file.concern, origin);
  }
}
