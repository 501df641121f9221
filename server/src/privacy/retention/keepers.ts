import { destroyAgreement, destroyAnswer, endedAnswers, keptAgreements } from '../../agreements/keeping.ts';
import type { Person } from '../../cases/visibility.ts';
import {
  destroyModerator,
  destroyOfficer,
  stoppedModerators,
  stoppedOfficers,
} from '../../groups/keeping.ts';
import type { Work } from '../../platform/work.ts';
import { destroyComment, keptComments } from '../../policies/consultation/keeping.ts';
import { eraseAdult, listAdults } from '../../roster/store.ts';
import { formatShortDate } from '../../ui/index.ts';
import { destroyRequest, endedRequests } from '../access/keeping.ts';
import { destroyBreach, listBreaches } from '../breaches/store.ts';
import { destroyComplaint, listComplaints } from '../complaints/store.ts';
import { casesIn, casesWithSanction, isPlainCases, type PlainCases, plainCases } from './case-keeper.ts';
import { RETENTION_CLASSES, type RetentionClass } from './classes.ts';
import { endedConcernRecords, unshownRecords } from './concern-keeper.ts';
import type { KeptRecord } from './kept-record.ts';
import { earliest } from './rules.ts';

/** Lists the records of one kind that have ended. The person is who asks: what they have a conflict with is left out. */
type Keeper = (work: Work, person: Person) => Promise<readonly KeptRecord[]>;

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

/** Which keepers list the records of a class; one that lists several classes stands at each of them. */
const KEEPERS: Readonly<Record<Exclude<RetentionClass, PlainCases>, readonly Keeper[]>> = {
  concern: [endedConcernRecords],
  picture: [endedConcernRecords, unshownRecords],
  reporter: [endedConcernRecords],
  ban: [(work, person) => casesWithSanction(work, person)],
  agreement: [agreements],
  talk: [talks],
  leaver: [leavers],
  volunteer: [volunteers],
  comment: [comments],
  request: [logs],
};

/** Every record of some classes that has ended and is still kept; none of plain cases, which come in pages. */
export async function keptRecords(
  work: Work,
  person: Person,
  classes: readonly RetentionClass[] = RETENTION_CLASSES,
): Promise<readonly KeptRecord[]> {
  const wanted = classes.filter((name) => !isPlainCases(name));
  const all: KeptRecord[] = [];
  // Each keeper is asked once, so that no record is counted twice.
  for (const keeper of new Set(wanted.flatMap((name) => KEEPERS[name])))
    all.push(...(await keeper(work, person)));
  return all.filter((record) => classes.includes(record.class));
}

/** Some records by how the audit names them, for whoever holds them or takes a hold off. */
export async function keptOf(
  work: Work,
  person: Person,
  objects: readonly string[],
): Promise<readonly KeptRecord[]> {
  const cases = casesIn(objects);
  const plain = cases.length > 0 ? await plainCases(work, person, { only: cases }) : [];
  const others = await keptRecords(work, person);
  return [...plain, ...others.filter(({ object }) => objects.includes(object))];
}
