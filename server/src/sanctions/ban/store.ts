import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import type { CaseId } from '../../cases/ids.ts';
import { memberOf, PARENT, type Person } from '../../cases/visibility.ts';
import { schoolDay } from '../../platform/clock.ts';
import { newId } from '../../platform/ids.ts';
import type { Work } from '../../platform/work.ts';
import type { BanId } from '../ids.ts';
import { siteBan, siteBanEvent } from '../tables.ts';
import { type BanDeed, type BanEvent, banDeedSchema } from './deeds.ts';
import { type BanFacts, replay, standingOn } from './facts.ts';
import { type BanPlan, EMPTY_PLAN, planSchema } from './plan.ts';
import type { BanState } from './states.ts';

/** An entry of a ban's chronology as it is kept, with what was written. */
export interface KeptBanEvent extends BanEvent {
  readonly seq: number;
  readonly at: Temporal.Instant;
  readonly words: string;
}

/** A ban with everything it rests on. Who may see it is who may see its case. */
export interface Ban {
  readonly id: BanId;
  readonly caseId: CaseId;
  readonly version: number;
  readonly plan: BanPlan;
  readonly facts: BanFacts;
  readonly events: readonly KeptBanEvent[];
  /** How it stands today, lapses and ends counted. */
  readonly standing: BanState;
}

type Row = typeof siteBan.$inferSelect;
const planCell = (row: BanId) => ({ table: 'site_ban', column: 'plan', row });
const wordsCell = (row: BanId, seq: number) => ({
  table: 'site_ban_event',
  column: 'words',
  row: `${row} ${seq}`,
});

async function eventsOf(work: Work, id: BanId): Promise<readonly KeptBanEvent[]> {
  const rows = await work.queries
    .select()
    .from(siteBanEvent)
    .where(and(eq(siteBanEvent.schoolId, work.school), eq(siteBanEvent.banId, id)))
    .orderBy(asc(siteBanEvent.seq));
  return rows.map(({ seq, at, memberId, deed: kept, words: sealed }) => {
    const deed = banDeedSchema.parse(kept);
    // What the parent says on their own page is recorded by nobody of the school.
    const by = memberId ?? (deed.act === 'record-representation' ? PARENT.member : undefined);
    const words = sealed ? work.keys.open(wordsCell(id, seq), sealed) : '';
    return { seq, at, by, on: schoolDay(at), deed, words };
  });
}

async function build(work: Work, row: Row): Promise<Ban> {
  const events = await eventsOf(work, row.id);
  const facts = replay(events);
  return {
    id: row.id,
    caseId: row.caseId,
    version: row.version,
    plan: planSchema.parse(JSON.parse(work.keys.open(planCell(row.id), row.plan))),
    facts,
    events,
    standing: standingOn(facts, schoolDay(work.now)) ?? row.state,
  };
}

/** The ban of a case that is being worked on or holds, or else its latest one. */
export async function banOfCase(work: Work, caseId: CaseId, lock = false): Promise<Ban | undefined> {
  const query = work.queries
    .select()
    .from(siteBan)
    .where(and(eq(siteBan.schoolId, work.school), eq(siteBan.caseId, caseId)))
    .orderBy(desc(siteBan.openedAt))
    .limit(1);
  const [row] = await (lock ? query.for('update') : query);
  return row && build(work, row);
}

/** Every ban of a case, also those that ended, the oldest first. */
export async function bansOfCase(work: Work, caseId: CaseId): Promise<readonly Ban[]> {
  const rows = await work.queries
    .select()
    .from(siteBan)
    .where(and(eq(siteBan.schoolId, work.school), eq(siteBan.caseId, caseId)))
    .orderBy(asc(siteBan.openedAt));
  const bans: Ban[] = [];
  for (const row of rows) bans.push(await build(work, row));
  return bans;
}

/** Begins a ban of a case: nothing holds yet. */
export async function newBan(work: Work, caseId: CaseId): Promise<Ban> {
  const id = newId<'site-ban'>();
  const row = {
    schoolId: work.school,
    id,
    caseId,
    state: 'considered' as const,
    version: 0,
    plan: work.keys.seal(planCell(id), JSON.stringify(EMPTY_PLAN)),
    openedAt: work.now,
  };
  await work.queries.insert(siteBan).values(row);
  return { id, caseId, version: 0, plan: EMPTY_PLAN, facts: replay([]), events: [], standing: 'considered' };
}

interface NewEntry {
  readonly ban: Ban;
  readonly deed: BanDeed;
  readonly person: Person | undefined;
  readonly to: BanState;
  /** The days and the end that follow from the deed. */
  readonly facts: BanFacts;
  readonly words: string;
}

const ENDS: ReadonlySet<BanState> = new Set(['not-imposed', 'lapsed', 'lifted', 'expired']);

/** Writes one entry of a chronology, with the state and days it leaves and its audit, together. */
export async function appendBanEvent(
  work: Work,
  { ban, deed, person, to, facts, words }: NewEntry,
): Promise<void> {
  const seq = ban.version + 1;
  await work.queries
    .update(siteBan)
    .set({
      state: to,
      version: seq,
      fromDay: facts.from ?? null,
      untilDay: facts.until ?? null,
      lapsesOn: facts.lapsesOn ?? null,
      reviewOn: facts.reviewOn ?? null,
      ...(ENDS.has(to) ? { endedAt: work.now } : {}),
    })
    .where(and(eq(siteBan.schoolId, work.school), eq(siteBan.id, ban.id)));
  await work.queries.insert(siteBanEvent).values({
    schoolId: work.school,
    banId: ban.id,
    seq,
    at: work.now,
    memberId: person ? memberOf(person) : null,
    deed,
    toState: to,
    words: words === '' ? null : work.keys.seal(wordsCell(ban.id, seq), words),
  });
  work.audit({ act: `ban.${deed.act}`, object: `ban:${ban.id}`, detail: { seq, state: to } });
}

/** Keeps the plan of a ban. */
export async function savePlan(work: Work, id: BanId, plan: BanPlan): Promise<void> {
  await work.queries
    .update(siteBan)
    .set({ plan: work.keys.seal(planCell(id), JSON.stringify(plan)) })
    .where(and(eq(siteBan.schoolId, work.school), eq(siteBan.id, id)));
  work.audit({ act: 'ban.plan-saved', object: `ban:${id}` });
}

/**
 * The bans that have not ended on paper, the oldest first.
 * @param lock holds them until the transaction ends, for whoever does something with them
 */
export async function openBans(work: Work, lock = false): Promise<readonly Ban[]> {
  const query = work.queries
    .select()
    .from(siteBan)
    .where(and(eq(siteBan.schoolId, work.school), isNull(siteBan.endedAt)))
    .orderBy(asc(siteBan.openedAt));
  const rows = await (lock ? query.for('update') : query);
  const bans: Ban[] = [];
  for (const row of rows) bans.push(await build(work, row));
  return bans;
}

/** A ban that holds today, as whoever stands at the gate needs it. */
export interface BanInForce {
  readonly id: BanId;
  readonly caseId: CaseId;
  readonly from: Temporal.PlainDate;
  /** The last day it holds if nothing else happens. */
  readonly last: Temporal.PlainDate | undefined;
  readonly confirmed: boolean;
  readonly scope: BanPlan['scope'];
}

/** The bans that hold today: a lapsed or ended one is never among them, whatever has been written down (rule 2). */
export async function bansInForce(work: Work): Promise<readonly BanInForce[]> {
  const today = schoolDay(work.now);
  const rows = await work.queries
    .select()
    .from(siteBan)
    .where(and(eq(siteBan.schoolId, work.school), inArray(siteBan.state, ['provisional', 'active'])))
    .orderBy(asc(siteBan.fromDay));
  return rows.flatMap((row) => {
    const days = { state: row.state, until: row.untilDay ?? undefined, lapsesOn: row.lapsesOn ?? undefined };
    const standing = standingOn(days, today);
    const begun = row.fromDay && Temporal.PlainDate.compare(row.fromDay, today) <= 0;
    if (!row.fromDay || !begun || (standing !== 'provisional' && standing !== 'active')) return [];
    const plan = planSchema.parse(JSON.parse(work.keys.open(planCell(row.id), row.plan)));
    const last = standing === 'active' ? days.until : days.lapsesOn;
    const confirmed = standing === 'active';
    return [{ id: row.id, caseId: row.caseId, from: row.fromDay, last, confirmed, scope: plan.scope }];
  });
}
