import { randomInt } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import type { ConcernForCase } from '../concerns/store.ts';
import { markCaseOpened } from '../concerns/store.ts';
import type { Channel } from '../letters/channels.ts';
import { listMembers, type Member } from '../people/store.ts';
import { schoolDay } from '../platform/clock.ts';
import { type MemberId, newId } from '../platform/ids.ts';
import type { Work } from '../platform/work.ts';
import type { PolicyVersion } from '../policies/store.ts';
import { schoolCalendar } from '../schools/calendar-store.ts';
import { appendEvent, CaseRefused } from './act.ts';
import { nextDue } from './deadlines.ts';
import { chooseDecider } from './deciders.ts';
import type { DeedOf } from './deeds.ts';
import { NOTHING_YET } from './facts.ts';
import type { CaseId } from './ids.ts';
import { type CitedClause, citedSchema, type PartySort } from './kinds.ts';
import { type NewParty, saveParty } from './parties.ts';
import { caseCell } from './read.ts';
import { after } from './replay.ts';
import { ask } from './rules.ts';
import { writeSight } from './sight.ts';
import { conductCase } from './tables.ts';
import type { Person } from './visibility.ts';

/** What somebody says of a matter to open a case. */
export interface Opening {
  readonly concern: ConcernForCase;
  readonly messageDay: Temporal.PlainDate;
  /** The version in force on that day; undefined when none was. */
  readonly policy: PolicyVersion | undefined;
  readonly clauseIds: readonly string[];
  readonly subject: NewParty;
  readonly affected: { readonly sort: PartySort; readonly name: string } | undefined;
  /** Staff the words are about, and staff who are close to somebody in it. */
  readonly targets: readonly MemberId[];
  readonly interested: readonly MemberId[];
  readonly allegation: string;
  readonly quoted: string;
  readonly channel: Channel;
  readonly place: string;
  /** The safeguarding screen brought the safeguarding lead in. */
  readonly safeguarding: boolean;
}

const SIGNS = '23456789BCDFGHJKMNPQRSTVWXZ';
const TRIES = 20;

/** Drawn, not counted: a number in sequence would tell of cases that somebody may not see (rule 10). */
function newReference(year: number): string {
  const signs = Array.from({ length: 4 }, () => SIGNS.charAt(randomInt(SIGNS.length)));
  return `M-${year}-${signs.join('')}`;
}

/** The clauses of a version that a parent can keep to or break, each with its number in the document. */
export function citableClauses({ document }: PolicyVersion): readonly CitedClause[] {
  return document.sections.flatMap(({ clauses }) =>
    clauses
      .filter(({ kind }) => CITABLE.has(kind))
      .map(({ id, ref, text, force }) => ({ id, ref, text, force })),
  );
}
const CITABLE: ReadonlySet<string> = new Set(['guideline', 'expectation', 'inappropriate-activity']);

function citedOf({ policy, clauseIds }: Opening) {
  if (!policy) return undefined;
  return citedSchema.parse({
    policyId: policy.id,
    version: policy.number,
    title: policy.document.title,
    since: policy.inForceFrom.toString(),
    clauses: citableClauses(policy).filter(({ id }) => clauseIds.includes(id)),
    ladder: policy.document.responses,
  });
}

const activePeople = (members: readonly Member[]): readonly Person[] =>
  members.filter(({ state }) => state === 'active').map(({ id, roles }) => ({ member: id, roles }));

function deedOf(opening: Opening, people: readonly Person[]): DeedOf<'open'> {
  const { concern, policy, targets, interested, safeguarding, messageDay, channel } = opening;
  const cited = citedOf(opening);
  const deed: DeedOf<'open'> = {
    act: 'open',
    mode: concern.mode,
    route: concern.route,
    messageDay,
    channel,
    policyVersion: policy?.number ?? null,
    clauses: (cited?.clauses ?? []).map(({ id, force }) => ({ id, force })),
    ladder: cited?.ladder ?? [],
    targets: [...targets],
    interested: [...interested],
    excluded: [...concern.excluded],
    appointed: [],
    decider: null,
    safeguarding,
  };
  const seen = after(NOTHING_YET, { deed, by: newId<'member'>(), on: messageDay });
  return { ...deed, decider: chooseDecider(people, seen) ?? null };
}

/**
 * Opens a case from a concern: the clauses and the ladder as they stood on the day of the message (rule 38), the people
 * who may have no part, who decides, and by when to speak to the parent. The concern is marked in the same transaction.
 * @throws CaseRefused when a condition is not met; Refusal 409 when the concern has moved on meanwhile
 */
export async function openCase(work: Work, person: Person, opening: Opening): Promise<CaseId> {
  const members = await listMembers(work);
  const deed = deedOf(opening, activePeople(members));
  const today = schoolDay(work.now);
  const answered = ask({
    person,
    deed,
    facts: NOTHING_YET,
    outside: { today, held: false, hasGroup: false, letters: [] },
  });
  if (!answered.ok) throw new CaseRefused(answered.refusals);
  const cited = citedOf(opening);
  const id = newId<'case'>();
  const facts = after(NOTHING_YET, { deed, by: person.member, on: today });
  const { allegation, quoted, place, concern } = opening;
  // First, since it locks the concern: of two who open a case from it at once, the second is told.
  await markCaseOpened(work, concern.id, id);
  await insertRow(work, today.year, {
    schoolId: work.school,
    id,
    concernId: concern.id,
    state: answered.state,
    version: 1,
    due: nextDue(facts, await schoolCalendar(work), today) ?? null,
    openedAt: work.now,
    sight: writeSight(facts),
    cited,
    allegation: work.keys.seal(caseCell('allegation', id), allegation),
    quoted: work.keys.seal(caseCell('quoted', id), quoted),
    place: work.keys.seal(caseCell('place', id), place),
  });
  await appendEvent(work, id, { seq: 1, deed, person, from: null, to: answered.state });
  await saveParty(work, id, opening.subject);
  for (const member of opening.targets) {
    const name = members.find((each) => each.id === member)?.name ?? '';
    await saveParty(work, id, { part: 'target', sort: 'staff', name, member });
  }
  if (opening.affected) await saveParty(work, id, { part: 'target', ...opening.affected });
  return id;
}

/** Inserts with a reference that is not taken yet. */
async function insertRow(
  work: Work,
  year: number,
  row: Omit<typeof conductCase.$inferInsert, 'reference'>,
): Promise<void> {
  for (let turn = 0; turn < TRIES; turn += 1) {
    const done = await work.queries
      .insert(conductCase)
      .values({ ...row, reference: newReference(year) })
      .onConflictDoNothing({ target: [conductCase.schoolId, conductCase.reference] })
      .returning({ id: conductCase.id });
    if (done.length > 0) return;
  }
  throw new Error('No free reference was found for a case.');
}
