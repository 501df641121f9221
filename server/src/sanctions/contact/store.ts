import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { CaseId } from '../../cases/ids.ts';
import { schoolDay } from '../../platform/clock.ts';
import { type MemberId, newId } from '../../platform/ids.ts';
import type { Work } from '../../platform/work.ts';
import type { ContactPlanId } from '../ids.ts';
import { communicationPlan } from '../tables.ts';
import { type ContactDays, type ContactTerms, NO_TERMS, planStandingOn } from './rules.ts';
import type { ContactPlanEnd, ContactPlanState } from './states.ts';

/** A communication plan of a case. Who may see it is who may see its case. */
export interface ContactPlan {
  readonly id: ContactPlanId;
  readonly caseId: CaseId;
  readonly version: number;
  readonly terms: ContactTerms;
  readonly state: ContactPlanState;
  /** How it stands today, its end counted. */
  readonly standing: ContactPlanState;
  readonly from: Temporal.PlainDate | undefined;
  readonly until: Temporal.PlainDate | undefined;
  readonly reviewOn: Temporal.PlainDate | undefined;
  readonly reviewedOn: Temporal.PlainDate | undefined;
  readonly endedHow: ContactPlanEnd | undefined;
}

const termsSchema = z.object({
  facts: z.string(),
  childContacts: z.string(),
  route: z.string(),
  frequency: z.string(),
  reasons: z.string(),
});
const termsCell = (row: ContactPlanId) => ({ table: 'communication_plan', column: 'terms', row });

function open(work: Work, row: typeof communicationPlan.$inferSelect): ContactPlan {
  const until = row.untilDay ?? undefined;
  return {
    id: row.id,
    caseId: row.caseId,
    version: row.version,
    terms: termsSchema.parse(JSON.parse(work.keys.open(termsCell(row.id), row.terms))),
    state: row.state,
    standing: planStandingOn({ state: row.state, until }, schoolDay(work.now)),
    from: row.fromDay ?? undefined,
    until,
    reviewOn: row.reviewOn ?? undefined,
    reviewedOn: row.reviewedOn ?? undefined,
    endedHow: row.endedHow ?? undefined,
  };
}

/** The plan of a case that is written or holds, or else its latest one. */
export async function planOfCase(work: Work, caseId: CaseId, lock = false): Promise<ContactPlan | undefined> {
  const query = work.queries
    .select()
    .from(communicationPlan)
    .where(and(eq(communicationPlan.schoolId, work.school), eq(communicationPlan.caseId, caseId)))
    .orderBy(desc(communicationPlan.openedAt))
    .limit(1);
  const [row] = await (lock ? query.for('update') : query);
  return row && open(work, row);
}

/** Every plan of a case, also those that ended, the oldest first. */
export async function plansOfCase(work: Work, caseId: CaseId): Promise<readonly ContactPlan[]> {
  const rows = await work.queries
    .select()
    .from(communicationPlan)
    .where(and(eq(communicationPlan.schoolId, work.school), eq(communicationPlan.caseId, caseId)))
    .orderBy(asc(communicationPlan.openedAt));
  return rows.map((row) => open(work, row));
}

/** The plans that have not ended on paper, the oldest first. */
export async function openPlans(work: Work): Promise<readonly ContactPlan[]> {
  const rows = await work.queries
    .select()
    .from(communicationPlan)
    .where(and(eq(communicationPlan.schoolId, work.school), isNull(communicationPlan.endedAt)))
    .orderBy(asc(communicationPlan.openedAt));
  return rows.map((row) => open(work, row));
}

/** Begins a plan for a case: nothing holds yet. */
export async function newPlan(work: Work, caseId: CaseId, madeBy: MemberId): Promise<void> {
  const id = newId<'communication-plan'>();
  await work.queries.insert(communicationPlan).values({
    schoolId: work.school,
    id,
    caseId,
    state: 'draft',
    version: 1,
    terms: work.keys.seal(termsCell(id), JSON.stringify(NO_TERMS)),
    madeBy,
    openedAt: work.now,
  });
  work.audit({ act: 'contact-plan.begun', object: `contact-plan:${id}`, detail: { case: caseId } });
}

/** What an act leaves in a plan. */
export interface ContactChange {
  readonly act: string;
  readonly state: ContactPlanState;
  readonly terms?: ContactTerms;
  readonly days?: ContactDays;
  readonly reviewedOn?: Temporal.PlainDate;
  readonly reviewOn?: Temporal.PlainDate;
  readonly endedHow?: ContactPlanEnd;
}

/** Writes what an act leaves, with its audit. */
export async function changePlan(work: Work, plan: ContactPlan, change: ContactChange): Promise<void> {
  const { terms, days, reviewedOn, reviewOn, endedHow, state } = change;
  await work.queries
    .update(communicationPlan)
    .set({
      state,
      version: plan.version + 1,
      ...(terms ? { terms: work.keys.seal(termsCell(plan.id), JSON.stringify(terms)) } : {}),
      ...(days ? { fromDay: days.from, untilDay: days.until, reviewOn: days.reviewOn } : {}),
      ...(reviewedOn ? { reviewedOn } : {}),
      ...(reviewOn ? { reviewOn } : {}),
      ...(endedHow ? { endedHow, endedAt: work.now } : {}),
    })
    .where(and(eq(communicationPlan.schoolId, work.school), eq(communicationPlan.id, plan.id)));
  work.audit({ act: `contact-plan.${change.act}`, object: `contact-plan:${plan.id}`, detail: { state } });
}
