import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { idSchema } from '../../platform/ids.ts';
import { mailEvidence } from '../evidence/take.ts';
import { OTHER_PLACES } from '../kinds.ts';
import type { NewConcern } from '../receive.ts';
import { readDay, type Telling, tellFields, wholeTelling } from './fields.ts';
import { isAsking } from './judge.ts';
import { type Answers, pathFor } from './steps.ts';

/** The answers to the pages that came up for somebody: what an earlier choice made meaningless is left behind. */
function onPath(answers: Answers): Answers {
  const names = new Set(
    pathFor(answers).flatMap((step) => (isAsking(step) ? Object.keys(tellFields[step].shape) : [])),
  );
  return Object.fromEntries(Object.entries(answers).filter(([name]) => names.has(name)));
}

const otherPlace = z.enum(OTHER_PLACES);
const groupId = idSchema<'group'>();

/** Where it was, as it is kept: a registered group by its id, or one of the other places. */
export function whereOf(place: Telling['place']): Pick<NewConcern, 'place' | 'group'> {
  const other = otherPlace.safeParse(place);
  if (other.success) return { place: other.data, group: undefined };
  return { place: 'group', group: groupId.parse(place) };
}

/** The pictures among complete answers, as they came from the device. */
export const picturesOf = (answers: Answers): readonly Uint8Array[] =>
  wholeTelling.parse(onPath(answers)).picture;

/**
 * The concern that somebody's answers make, but for the pictures.
 * @param answers answers that were found complete
 * @param today the school's day
 */
export function entryFrom(answers: Answers, today: Temporal.PlainDate): NewConcern {
  const told = wholeTelling.parse(onPath(answers));
  const read = readDay(told, today);
  const placeName = told.place === 'other-group' ? told.placeName : '';
  return {
    mode: told.mode,
    channel: 'web',
    awareness: 'reporter',
    urgent: told.danger === 'yes',
    about: told.about,
    childWriter: told.childWriter,
    ...whereOf(told.place),
    messageDay: 'day' in read ? read.day : undefined,
    account: {
      words: told.words,
      placeName,
      whenWords: told.whenWords,
      subject: told.subject,
      affected: told.affected,
      affectedWords: told.affectedWords,
      hope: told.hope,
      behalf: told.behalf,
    },
    excerpt: told.excerpt,
    evidence: mailEvidence(told.mailText),
    reporter:
      told.mode === 'anonymous' ? undefined : { name: told.name, email: told.email, phone: told.phone },
  };
}
