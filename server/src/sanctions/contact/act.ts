import { draftCaseLetter, letterProblems } from '../../cases/case-letters.ts';
import type { Stage } from '../../cases/codes.ts';
import { contactHold } from '../../cases/contact-hold.ts';
import { parentHeard } from '../../cases/hearing.ts';
import type { CaseId } from '../../cases/ids.ts';
import { type CaseFile, caseFor } from '../../cases/read.ts';
import { mayWork, type Person } from '../../cases/visibility.ts';
import { issueLetter } from '../../letters/issue.ts';
import type { LetterId } from '../../letters/rules.ts';
import { outrun } from '../../people/last-change.ts';
import { schoolDay } from '../../platform/clock.ts';
import { notFound, Refusal } from '../../platform/web/refusal.ts';
import type { Work } from '../../platform/work.ts';
import { schoolCalendar } from '../../schools/calendar-store.ts';
import { limitsOn } from '../ban/clock.ts';
import { trackMove } from '../track.ts';
import {
  askContactPlan,
  type ContactDays,
  type ContactRefusal,
  type ContactTerms,
  contactRefusalText,
} from './rules.ts';
import type { ContactPlanAct } from './states.ts';
import { type ContactChange, type ContactPlan, changePlan, newPlan, planOfCase } from './store.ts';

/** Something is still missing for an act; the form shows it. */
export class ContactPlanRefused extends Error {
  override readonly name = 'ContactPlanRefused';
  readonly refusals: readonly ContactRefusal[];
  constructor(refusals: readonly ContactRefusal[]) {
    super(refusals.map(({ code }) => code).join(' '));
    this.refusals = refusals;
  }
}

/** The letter of a plan that has not gone out, if one was written. */
export function planDraft(file: CaseFile) {
  return file.letters.find(({ kind, state }) => kind === 'communication-plan' && state === 'draft');
}

interface Doing {
  readonly act: Exclude<ContactPlanAct, 'run-out'>;
  readonly change: (plan: ContactPlan) => Omit<ContactChange, 'act' | 'state'>;
  readonly letterVersion?: number;
}

/**
 * Does one thing with a case's communication plan, in one transaction: locks, asks the table, writes, and sends the
 * letter where one goes out.
 * @throws Refusal 404, 403 or 409; ContactPlanRefused when a condition is not met
 */
export async function actOnPlan(work: Work, person: Person, id: CaseId, doing: Doing): Promise<void> {
  const file = await caseFor(work, person, id, true);
  const plan = await planOfCase(work, id, true);
  if (!plan) throw notFound();
  const draft = planDraft(file);
  const days = draft?.matter.contactPlan;
  const answer = askContactPlan(plan.standing, doing.act, {
    terms: plan.terms,
    days,
    limits: limitsOn(await schoolCalendar(work), schoolDay(work.now)),
    decides: file.facts.decider === person.member,
    works: mayWork(person, file.facts),
    hold: contactHold(file),
    heard: parentHeard(file.facts, file.outside),
    letter: draft && { fit: Object.keys(await letterProblems(work, file, draft)).length === 0 },
  });
  if (!answer.ok) return turnAway(work, plan, answer.refusals);
  if (draft && doing.letterVersion !== undefined) {
    await issueLetter(work, draft, doing.letterVersion, person.member);
  }
  await changePlan(work, plan, { ...doing.change(plan), act: doing.act, state: answer.state });
  const stage = STAGES[doing.act];
  if (stage) await trackMove(work, person, file, { instrument: 'communication-plan', stage });
}

/** How far the case's own chronology says the plan has come. */
const STAGES: Readonly<Partial<Record<ContactPlanAct, Stage>>> = {
  issue: 'settled',
  lift: 'ended',
  drop: 'ended',
};

async function turnAway(
  work: Work,
  { id }: ContactPlan,
  refusals: readonly ContactRefusal[],
): Promise<never> {
  const [first] = refusals;
  if (first?.code === 'not-yours') throw new Refusal(403, contactRefusalText(first), 'Nothing was saved.');
  if (first?.code === 'wrong-state')
    throw await outrun(work, `contact-plan:${id}`, contactRefusalText(first));
  throw new ContactPlanRefused(refusals);
}

/** Begins a plan for a case that somebody works on. */
export async function beginPlan(work: Work, person: Person, id: CaseId): Promise<void> {
  const file = await caseFor(work, person, id, true);
  const before = await planOfCase(work, id, true);
  if (before && before.standing !== 'ended')
    throw await outrun(work, `contact-plan:${before.id}`, 'A plan is already being written, or holds.');
  if (!mayWork(person, file.facts) && file.facts.decider !== person.member) {
    throw new Refusal(403, 'This case is not yours.', 'Nothing was saved.');
  }
  await newPlan(work, id, person.member);
}

/** Writes the letter of a plan with its days; the letter holds them until it goes out. */
export async function draftPlanLetter(
  work: Work,
  person: Person,
  id: CaseId,
  days: ContactDays,
  origin: string,
): Promise<LetterId> {
  const file = await caseFor(work, person, id, true);
  const plan = await planOfCase(work, id, true);
  if (!plan) throw notFound();
  if (plan.standing !== 'draft')
    throw await outrun(work, `contact-plan:${plan.id}`, 'The plan has moved on.');
  const { facts, route, frequency, reasons }: ContactTerms = plan.terms;
  const contactPlan = { facts, route, frequency, reasons, ...days };
  return draftCaseLetter(work, person, file, 'communication-plan', origin, { contactPlan });
}
