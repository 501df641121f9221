import { mayOpenCase } from '../../cases/seen.ts';
import { findGroup } from '../../groups/store.ts';
import { isAway } from '../../people/away.ts';
import { may as mayDo } from '../../people/permissions.ts';
import { listMembers } from '../../people/store.ts';
import { schoolDay } from '../../platform/clock.ts';
import type { MemberId } from '../../platform/ids.ts';
import { notFound } from '../../platform/web/refusal.ts';
import type { Work } from '../../platform/work.ts';
import { maySafeguard } from '../../safeguarding/rules.ts';
import { schoolCalendar } from '../../schools/calendar-store.ts';
import { type Account, type KeptExcerpt, openAccount, openExcerpt } from '../account.ts';
import { mayCare } from '../care/rules.ts';
import { type DueDays, dueDays } from '../due.ts';
import { type ConcernEvent, storyOf } from '../events.ts';
import { type Evidence, listEvidence } from '../evidence/store.ts';
import { isSafeguarding } from '../mark/rules.ts';
import { type Mark, markedBefore, markOn } from '../mark/store.ts';
import { type ConcernAct, type ConcernId, mayBeAppointed, tryAct } from '../rules.ts';
import { type Actor, type ConcernRow, declaredClear, findFor, sightFacts } from '../standing.ts';
import { reportsOf } from '../store.ts';
import { hasReporter } from '../vault.ts';

/** Somebody who may look after a concern. */
export interface Carer {
  readonly id: MemberId;
  readonly name: string;
  readonly away: boolean;
}

/** A concern as its page shows it to one member of staff; never who reported it. */
export interface ConcernRecord {
  readonly row: ConcernRow;
  /** False for the office, which sees that it is there and may acknowledge it. */
  readonly readable: boolean;
  readonly declared: boolean;
  /** Whether this person may do something with it now. */
  readonly may: (act: ConcernAct) => boolean;
  /** Whether this person opens the safeguarding side of it. */
  readonly safeguards: boolean;
  readonly account: Account | undefined;
  readonly excerpt: KeptExcerpt | undefined;
  readonly evidence: readonly Evidence[];
  readonly groupName: string;
  readonly story: readonly ConcernEvent[];
  /** What is still due of it, and by when. */
  readonly due: DueDays;
  readonly names: ReadonlyMap<MemberId, string>;
  /** Whom this person could name to take it. */
  readonly candidates: readonly { readonly id: MemberId; readonly name: string }[];
  /** Who may look after it: whoever reads it. */
  readonly carers: readonly Carer[];
  /** Whether this person may open the case that came of it. */
  readonly seesCase: boolean;
  readonly reporterKnown: boolean;
  readonly reachable: boolean;
  /** The mark of its reporter, while it stands. */
  readonly mark: Mark | undefined;
  /** Another report from the same address is marked, and this page may say so. */
  readonly markedBefore: boolean;
  /** Whether its reporter could be marked: never for a report about a child at risk. */
  readonly markable: boolean;
  /** The reports of its matter, the one that leads first; it alone when it stands alone. */
  readonly matter: readonly { readonly id: ConcernId; readonly reference: string }[];
}

/**
 * Everything on a concern's page.
 * @throws Refusal 404 when this person may see nothing of it
 */
export async function concernRecord(work: Work, staff: Actor, id: ConcernId): Promise<ConcernRecord> {
  const found = await findFor(work, staff, id, false);
  if (!found) throw notFound();
  const { row, standings, sight } = found;
  const readable = sight === 'read';
  const reporter = await hasReporter(work, id);
  const group = row.groupId ? await findGroup(work, row.groupId) : undefined;
  const account = readable ? openAccount(work, id, row.account) : undefined;
  const members = await listMembers(work);
  const facts = sightFacts(row, standings);
  const people = members
    .filter(({ state }) => state === 'active')
    .map(({ id: member, roles }) => ({ member, roles }));
  const declared = declaredClear(standings, staff.member);
  const story = readable ? await storyOf(work, id) : [];
  const wroteAt = story.findLast(({ kind }) => kind === 'question')?.at;
  const led = row.matterOf !== null;
  const may = (act: ConcernAct) => tryAct({ ...row, roles: staff.roles, declaredClear: declared }, act).ok;
  const candidates = members.filter(
    ({ id: member, roles, state }) =>
      may('appoint') &&
      state === 'active' &&
      member !== staff.member &&
      !facts.appointed.includes(member) &&
      mayBeAppointed({ member, roles }, facts),
  );
  const carers = members.filter(
    ({ id: member, roles, state }) => state === 'active' && mayCare({ member, roles }, facts),
  );
  return {
    row,
    readable,
    declared,
    may,
    safeguards: row.screenedAt !== null && maySafeguard(staff, facts, people),
    account,
    excerpt: readable && row.excerpt ? openExcerpt(work, id, row.excerpt) : undefined,
    evidence: readable ? await listEvidence(work, id) : [],
    groupName: group?.name ?? account?.placeName ?? '',
    story,
    due: dueDays({ ...row, wroteAt, led }, await schoolCalendar(work)),
    names: new Map(members.map((member) => [member.id, member.name])),
    candidates: candidates.map(({ id: member, name }) => ({ id: member, name })),
    carers: carers.map(({ id: member, name, backOn }) => ({
      id: member,
      name,
      away: isAway(backOn, schoolDay(work.now)),
    })),
    seesCase:
      row.caseId !== null && mayDo(staff.roles, 'case.read') && (await mayOpenCase(work, staff, row.caseId)),
    reporterKnown: reporter.known,
    reachable: reporter.reachable,
    mark: readable ? await markOn(work, id) : undefined,
    markedBefore: readable && (await markedBefore(work, row, 'page')),
    markable: !isSafeguarding({
      ...row,
      screened: row.screenedAt !== null,
      allegation: row.allegation !== null,
    }),
    matter: readable ? await reportsOf(work, id) : [],
  };
}
