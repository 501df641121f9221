import type { Temporal } from 'temporal-polyfill';
import type { GroupId } from '../groups/rules.ts';
import { hourOf, schoolDay } from '../platform/clock.ts';
import { newId } from '../platform/ids.ts';
import type { Work } from '../platform/work.ts';
import { addSchoolDays } from '../schools/calendar.ts';
import { schoolCalendar } from '../schools/calendar-store.ts';
import { type Account, type KeptExcerpt, sealAccount, sealExcerpt } from './account.ts';
import { codeHash, newCode, newReference } from './code.ts';
import { tell } from './events.ts';
import { addEvidence, type NewEvidence } from './evidence/store.ts';
import type { Awareness, ConcernChannel, ConcernMode, ConcernPlace, YesNoUnsure } from './kinds.ts';
import { alertSafeguarding, peopledRoute, tellReaders } from './readers.ts';
import { type ConcernAbout, type ConcernId, routeFor } from './rules.ts';
import { memberOf } from './store.ts';
import { concern } from './tables.ts';
import { keepReporter, type Reporter } from './vault.ts';

/** School days within which a reporter hears that their concern was read (domain 2.3). */
export const ACKNOWLEDGE_DAYS = 3;

/** A concern as it was raised or logged. */
export interface NewConcern {
  readonly mode: ConcernMode;
  readonly channel: ConcernChannel;
  readonly awareness: Awareness;
  /** The reporter says that a child is in danger now. */
  readonly urgent: boolean;
  readonly about: ConcernAbout;
  readonly childWriter: YesNoUnsure;
  readonly place: ConcernPlace;
  readonly group: GroupId | undefined;
  readonly messageDay: Temporal.PlainDate | undefined;
  readonly account: Account;
  readonly excerpt: KeptExcerpt | undefined;
  /** Whatever else came with it, made safe already. */
  readonly evidence?: readonly NewEvidence[] | undefined;
  readonly reporter: Reporter | undefined;
}

/** What the one who raised a concern is given. */
export interface Receipt {
  readonly id: ConcernId;
  /** To come back with. It is known to nobody else and kept only as a hash. */
  readonly code: string;
  readonly reference: string;
  readonly acknowledgeBy: Temporal.PlainDate;
}

const TRIES = 20;

/**
 * Keeps a concern, whole or not at all: text, excerpt, evidence, identity in the vault, alert, audit, in one transaction.
 * @param origin the address that people use, for the link in an alert
 */
export async function receiveConcern(work: Work, entry: NewConcern, origin: string): Promise<Receipt> {
  const id = newId<'concern'>(hourOf(work.now));
  const code = newCode();
  const today = schoolDay(work.now);
  const acknowledgeBy = addSchoolDays(await schoolCalendar(work), today, ACKNOWLEDGE_DAYS);
  // Whether anybody reads it was asked before.
  const route = (await peopledRoute(work, routeFor(entry.about))) ?? routeFor(entry.about);
  const reference = await insert(work, today.year, {
    schoolId: work.school,
    id,
    state: 'received',
    version: 1,
    route,
    channel: entry.channel,
    awareness: entry.awareness,
    mode: entry.mode,
    urgent: entry.urgent,
    about: entry.about,
    childWriter: entry.childWriter,
    place: entry.place,
    groupId: entry.group ?? null,
    messageDay: entry.messageDay ?? null,
    account: sealAccount(work, id, entry.account),
    excerpt: entry.excerpt ? sealExcerpt(work, id, entry.excerpt) : null,
    codeHash: codeHash(work, code),
    receivedAt: hourOf(work.now),
    acknowledgeBy,
  });
  if (entry.reporter) await keepReporter(work, id, entry.reporter);
  for (const each of entry.evidence ?? []) await addEvidence(work, id, each);
  await tell(work, id, { kind: 'received', member: memberOf(work) });
  const sight = { route, safeguarding: entry.urgent, excluded: [], appointed: [] };
  if (entry.urgent) await alertSafeguarding(work, sight, origin);
  await tellReaders(work, sight, origin);
  const detail = { channel: entry.channel, mode: entry.mode, excerpt: entry.excerpt !== undefined };
  work.audit({ act: 'concern.received', object: `concern:${id}`, detail });
  return { id, code, reference, acknowledgeBy };
}

/** Inserts with a reference that is not taken yet. */
async function insert(
  work: Work,
  year: number,
  row: Omit<typeof concern.$inferInsert, 'reference'>,
): Promise<string> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const reference = newReference(year);
    const done = await work.queries
      .insert(concern)
      .values({ ...row, reference })
      .onConflictDoNothing({ target: [concern.schoolId, concern.reference] })
      .returning({ id: concern.id });
    if (done.length > 0) return reference;
  }
  throw new Error(`No free reference was found for a concern in ${TRIES} tries.`);
}
