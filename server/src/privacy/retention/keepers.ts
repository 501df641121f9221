import type { Temporal } from 'temporal-polyfill';
import { destroyAgreement, destroyAnswer, endedAnswers, keptAgreements } from '../../agreements/keeping.ts';
import { eraseCase, retainCase } from '../../cases/keeping.ts';
import { type KeptCase, keptCases, letGoOfConcern } from '../../cases/kept.ts';
import type { Person } from '../../cases/visibility.ts';
import {
  destroyConcern,
  destroyEvidence,
  type EndedConcern,
  endedConcerns,
  forgetReporter,
} from '../../concerns/keeping.ts';
import {
  destroyModerator,
  destroyOfficer,
  stoppedModerators,
  stoppedOfficers,
} from '../../groups/keeping.ts';
import { forgetMailOf } from '../../intake/mailbox/keeping.ts';
import { destroyLetters } from '../../letters/keeping.ts';
import { destroyMeetings } from '../../meetings/keeping.ts';
import type { Work } from '../../platform/work.ts';
import { destroyComment, keptComments } from '../../policies/consultation/keeping.ts';
import { eraseAdult, listAdults } from '../../roster/store.ts';
import { destroySanctions, type SanctionsEnd, sanctionsEnded } from '../../sanctions/keeping.ts';
import { destroyOwnPage } from '../../subject/keeping.ts';
import { formatShortDate } from '../../ui/index.ts';
import { destroyRequest, endedRequests } from '../access/keeping.ts';
import { destroyBreach, listBreaches } from '../breaches/store.ts';
import { destroyComplaint, listComplaints } from '../complaints/store.ts';
import type { RetentionClass } from './classes.ts';
import { earliest, type KeptDays, latest } from './rules.ts';
import { readSchedule } from './schedule.ts';

/** A record that has come to its end and is still kept: what it is called without a name, and how it goes. */
export interface KeptRecord extends KeptDays {
  readonly class: RetentionClass;
  /** As the audit names it: "case:…". A hold is put on this. */
  readonly object: string;
  readonly label: string;
  readonly erase: (work: Work, person: Person) => Promise<void>;
}

/**
 * Lists the records of one kind that have ended. The person is who asks: what they have a conflict with is left out.
 * With a day, a keeper may leave out what is surely not due before it.
 */
type Keeper = (
  work: Work,
  person: Person,
  before: Temporal.PlainDate | undefined,
) => Promise<readonly KeptRecord[]>;

/** A concern goes with what its mailbox knows of it. */
async function endConcern(work: Work, id: EndedConcern['id']): Promise<void> {
  await forgetMailOf(work, id);
  await destroyConcern(work, id);
}

function ofConcern(each: EndedConcern): readonly KeptRecord[] {
  const shared = { object: `concern:${each.id}`, label: each.reference, since: each.endedOn };
  const records: KeptRecord[] = [];
  if (each.hasReporter)
    records.push({ ...shared, class: 'reporter', erase: (work) => forgetReporter(work, each.id) });
  if (each.withCase) return records;
  if (each.hasEvidence)
    records.push({ ...shared, class: 'picture', erase: (work) => destroyEvidence(work, each.id) });
  return [...records, { ...shared, class: 'concern', erase: (work) => endConcern(work, each.id) }];
}

const concerns: Keeper = async (work) => (await endedConcerns(work)).flatMap(ofConcern);

/** A case goes with its letters and its concern; codes, days and counts stay, so that numbers stay true. */
async function eraseWhole(work: Work, person: Person, kept: KeptCase): Promise<void> {
  if (kept.state === 'closed') await retainCase(work, person, kept.id);
  await eraseCase(work, person, kept.id, { holds: 0, early: 0 });
  await destroyLetters(work, kept.id);
  await destroySanctions(work, kept.id);
  await destroyOwnPage(work, kept.id);
  await destroyMeetings(work, kept.id);
  await letGoOfConcern(work, kept.id);
  if (kept.concern) await endConcern(work, kept.concern);
}

/** A case with a ban or a plan is kept as long as both need, and has not ended while one goes on. */
function ofCase(kept: KeptCase, end: SanctionsEnd | undefined, banMonths: number): readonly KeptRecord[] {
  if (end === 'open') return [];
  const shared = {
    object: `case:${kept.id}`,
    label: kept.reference,
    since: kept.closedOn,
    erase: (work: Work, by: Person) => eraseWhole(work, by, kept),
  };
  if (end) {
    return [{ ...shared, class: 'ban', until: latest(kept.keepUntil, end.add({ months: banMonths })) }];
  }
  const name = kept.retention === 'outcome' ? 'case-outcome' : 'case-nothing';
  return [{ ...shared, class: name, until: kept.keepUntil }];
}

const cases: Keeper = async (work, person, before) => {
  const [ends, schedule] = [await sanctionsEnded(work), await readSchedule(work)];
  return (await keptCases(work, person, before)).flatMap((kept) =>
    ofCase(kept, ends.get(kept.id), schedule.ban.months),
  );
};

const agreements: Keeper = async (work) =>
  (await keptAgreements(work)).flatMap(({ id, signedOn, ends }): KeptRecord[] => {
    const since = earliest(...ends);
    if (!since) return [];
    return [
      {
        class: 'agreement',
        object: `agreement:${id}`,
        label: `Agreement of ${formatShortDate(signedOn)}`,
        since,
        erase: (each) => destroyAgreement(each, id),
      },
    ];
  });

const talks: Keeper = async (work) =>
  (await endedAnswers(work)).map(({ id, endedOn }) => ({
    class: 'talk',
    object: `answer:${id}`,
    label: `Answer of ${formatShortDate(endedOn)}`,
    since: endedOn,
    erase: (each) => destroyAnswer(each, id),
  }));

const leavers: Keeper = async (work) =>
  (await listAdults(work, { who: 'left' })).flatMap(({ id, left, version }): KeptRecord[] =>
    left
      ? [
          {
            class: 'leaver',
            object: `adult:${id}`,
            label: `Parent who left on ${formatShortDate(left)}`,
            since: left,
            erase: (each) => eraseAdult(each, id, version),
          },
        ]
      : [],
  );

const volunteers: Keeper = async (work) => {
  const moderators = (await stoppedModerators(work)).map(
    ({ id, lastDay }): KeptRecord => ({
      class: 'volunteer',
      object: `moderator:${id}`,
      label: `Moderator until ${formatShortDate(lastDay)}`,
      since: lastDay,
      erase: (each) => destroyModerator(each, id),
    }),
  );
  const officers = (await stoppedOfficers(work)).map(
    ({ id, lastDay }): KeptRecord => ({
      class: 'volunteer',
      object: `officer:${id}`,
      label: `Officer of the PTA until ${formatShortDate(lastDay)}`,
      since: lastDay,
      erase: (each) => destroyOfficer(each, id),
    }),
  );
  return [...moderators, ...officers];
};

const comments: Keeper = async (work) =>
  (await keptComments(work)).map(({ id, writtenOn }) => ({
    class: 'comment',
    object: `comment:${id}`,
    label: `Comment of ${formatShortDate(writtenOn)}`,
    since: writtenOn,
    erase: (each) => destroyComment(each, id),
  }));

const logs: Keeper = async (work) => {
  const complaints = (await listComplaints(work)).flatMap(({ id, closedOn }): KeptRecord[] =>
    closedOn
      ? [
          {
            class: 'request',
            object: `complaint:${id}`,
            label: `Complaint about data, closed ${formatShortDate(closedOn)}`,
            since: closedOn,
            erase: (each) => destroyComplaint(each, id),
          },
        ]
      : [],
  );
  const breaches = (await listBreaches(work)).flatMap(({ id, closedOn }): KeptRecord[] =>
    closedOn
      ? [
          {
            class: 'request',
            object: `breach:${id}`,
            label: `Breach of data, closed ${formatShortDate(closedOn)}`,
            since: closedOn,
            erase: (each) => destroyBreach(each, id),
          },
        ]
      : [],
  );
  const requests = (await endedRequests(work)).map(
    ({ id, closedOn }): KeptRecord => ({
      class: 'request',
      object: `access-request:${id}`,
      label: `Request for their own data, answered ${formatShortDate(closedOn)}`,
      since: closedOn,
      erase: (each) => destroyRequest(each, id),
    }),
  );
  return [...complaints, ...breaches, ...requests];
};

const KEEPERS: readonly Keeper[] = [concerns, cases, agreements, talks, leavers, volunteers, comments, logs];

/**
 * Every record that has ended and is still kept, class by class.
 * @param before leaves out what is surely not due before this day: nobody reads thousands of rows to count a few
 */
export async function keptRecords(
  work: Work,
  person: Person,
  before?: Temporal.PlainDate,
): Promise<readonly KeptRecord[]> {
  const all: KeptRecord[] = [];
  for (const keeper of KEEPERS) all.push(...(await keeper(work, person, before)));
  return all;
}
