import { reopenConcern } from '../concerns/store.ts';
import { LETTER_KINDS } from '../letters/rules.ts';
import { withdrawDrafts } from '../letters/store.ts';
import type { Work } from '../platform/work.ts';
import { act } from './act.ts';
import { chooseDecider } from './deciders.ts';
import { setDecisionAside } from './decisions.ts';
import { countWords } from './deeds.ts';
import type { CaseId } from './ids.ts';
import { activeStaff } from './people-acts.ts';
import { after } from './replay.ts';
import type { Person } from './visibility.ts';

/**
 * Opens a case again because of something new. What was gathered, said and decided before stays on record and counts
 * for nothing; the person who raised it, if there is one, learns that the school is looking at it again.
 * @param reason what is new
 */
export async function reopenCase(
  work: Work,
  person: Person,
  id: CaseId,
  reason: string,
  version: number,
  origin: string,
): Promise<void> {
  const people = await activeStaff(work);
  const { file } = await act(
    work,
    person,
    id,
    ({ facts, outside }) => {
      const deed = { act: 'reopen', words: countWords(reason), decider: null } as const;
      const again = after(facts, { deed, by: person.member, on: outside.today });
      return { ...deed, decider: chooseDecider(people, again) ?? null };
    },
    {
      version,
      note: reason,
      row: () => ({ closedAt: null, retention: null, keepUntil: null, followUp: null, closing: null }),
    },
  );
  await setDecisionAside(work, id, 'reopened');
  await withdrawDrafts(work, id, LETTER_KINDS);
  if (file.concern) await reopenConcern(work, file.concern, origin);
}
