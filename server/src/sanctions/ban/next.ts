import { Temporal } from 'temporal-polyfill';
import type { CaseFile } from '../../cases/read.ts';
import { mayWork, type Person } from '../../cases/visibility.ts';
import { isFreshReviewer } from './guards.ts';
import type { Ban } from './store.ts';

/** Something that can be done with a ban next, by its place below the ban's address. */
export interface BanNext {
  readonly label: string;
  readonly path: string;
}

const step = (label: string, path: string): BanNext => ({ label, path });

/** What somebody can do with a ban as it stands: the usual way first. The table still has the last word. */
export function banNext(
  file: CaseFile,
  ban: Ban,
  person: Person,
  today: Temporal.PlainDate,
): readonly BanNext[] {
  const decides = file.facts.decider === person.member;
  const works = mayWork(person, file.facts) || decides;
  const { facts, standing } = ban;
  const live = ['considered', 'notice-of-intent', 'provisional', 'active'].includes(standing);
  if (!live || !works) return reviews(file, ban, person, today);
  const hold = facts.hold ? [step('Release the hold', 'release')] : [step('Put it on hold', 'hold')];
  const said = step('Record what the parent said', 'representation');
  if (standing === 'considered') {
    const send = [
      step('Give notice, and hear the parent first', 'notice'),
      step('Impose it for now, and hear the parent at once', 'provisional'),
      step('Leave it', 'drop'),
    ];
    return [...(decides ? send : []), ...hold];
  }
  if (standing === 'active') {
    const lift = decides ? [step('Lift the ban', 'lift')] : [];
    const begin = facts.review ? [] : [step('Begin the review', 'review')];
    return [...reviews(file, ban, person, today), ...begin, said, ...lift, ...hold];
  }
  const send = [step('Confirm the ban', 'confirm'), step('Do not impose it', 'refuse')];
  return [said, ...(decides ? send : []), ...hold];
}

/** What the named reviewer can do, once the parent's time to comment is over. */
function reviews(file: CaseFile, { facts, standing }: Ban, person: Person, today: Temporal.PlainDate) {
  const { review } = facts;
  const theirs =
    standing === 'active' &&
    review?.reviewer === person.member &&
    Temporal.PlainDate.compare(review.commentsBy, today) < 0 &&
    isFreshReviewer(person, file.facts, facts);
  return theirs ? [step('Let it go on for a time', 'extend'), step('Lift the ban', 'lift')] : [];
}
