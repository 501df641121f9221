import { and, asc, eq, isNull, or } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { outrun } from '../../people/last-change.ts';
import { type Id, type MemberId, newId } from '../../platform/ids.ts';
import { notFound } from '../../platform/web/refusal.ts';
import type { Work } from '../../platform/work.ts';
import type { CaseId } from '../ids.ts';
import { readSight } from '../sight.ts';
import { caseTask, conductCase } from '../tables.ts';
import { type Person, type SightFacts, seesCase } from '../visibility.ts';

export type TaskId = Id<'case-task'>;

/** Something that somebody is to do for a case. */
export interface NewTask {
  readonly what: string;
  /** Why it is to be done: nobody should have to ask. */
  readonly reason: string;
  readonly owner: MemberId;
  /** Who does it when the owner cannot. */
  readonly deputy: MemberId | undefined;
  readonly due: Temporal.PlainDate;
}

export interface KeptTask extends NewTask {
  readonly id: TaskId;
  readonly done: { readonly by: MemberId; readonly at: Temporal.Instant } | undefined;
}

type Row = typeof caseTask.$inferSelect;
const cell = (column: 'what' | 'reason', row: TaskId) => ({ table: 'case_task', column, row });

/** Whether somebody can be given a task of a case: only who sees it. */
export const mayHaveTask = (person: Person, facts: SightFacts): boolean => seesCase(person, facts);

/**
 * Gives somebody a task. Other rooms do too: an action agreed in a meeting is one.
 * @param by nobody for what the parent set off
 */
export async function addTask(
  work: Work,
  by: MemberId | null,
  caseId: CaseId,
  task: NewTask,
): Promise<TaskId> {
  const id = newId<'case-task'>();
  await work.queries.insert(caseTask).values({
    schoolId: work.school,
    id,
    caseId,
    what: work.keys.seal(cell('what', id), task.what),
    reason: work.keys.seal(cell('reason', id), task.reason),
    owner: task.owner,
    deputy: task.deputy ?? null,
    due: task.due,
    setBy: by,
    setAt: work.now,
  });
  work.audit({ act: 'case.task-set', object: `case:${caseId}`, detail: { task: id } });
  return id;
}

/**
 * Records that a task is done.
 * @throws Refusal 404 when the case has no such task; 409 when somebody has done it meanwhile
 */
export async function finishTask(work: Work, by: MemberId, caseId: CaseId, id: TaskId): Promise<void> {
  const own = and(eq(caseTask.schoolId, work.school), eq(caseTask.caseId, caseId), eq(caseTask.id, id));
  const [row] = await work.queries.select().from(caseTask).where(own).for('update');
  if (!row) throw notFound();
  if (row.doneAt) throw await outrun(work, `case:${caseId}`, 'Somebody has done this task meanwhile.');
  await work.queries.update(caseTask).set({ doneBy: by, doneAt: work.now }).where(own);
  work.audit({ act: 'case.task-done', object: `case:${caseId}`, detail: { task: id } });
}

function opened(work: Work, { id, what, reason, owner, deputy, due, doneBy, doneAt }: Row): KeptTask {
  return {
    id,
    what: work.keys.open(cell('what', id), what),
    reason: work.keys.open(cell('reason', id), reason),
    owner,
    deputy: deputy ?? undefined,
    due,
    done: doneBy && doneAt ? { by: doneBy, at: doneAt } : undefined,
  };
}

/** The tasks of a case by the day they are due. */
export async function tasksOf(work: Work, caseId: CaseId): Promise<readonly KeptTask[]> {
  const rows = await work.queries
    .select()
    .from(caseTask)
    .where(and(eq(caseTask.schoolId, work.school), eq(caseTask.caseId, caseId)))
    .orderBy(asc(caseTask.due), asc(caseTask.id));
  return rows.map((row) => opened(work, row));
}

/** A task that waits for somebody. */
export interface WaitingTask {
  readonly caseId: CaseId;
  readonly reference: string;
  readonly due: Temporal.PlainDate;
  /** Handbell's own words for what the parent set off; what somebody typed may hold names, and is read in the case. */
  readonly what: string | undefined;
  /** They are the deputy, not the owner. */
  readonly asDeputy: boolean;
}

/** What waits for somebody as owner or deputy, of cases that they may still see. */
export async function tasksFor(work: Work, person: Person): Promise<readonly WaitingTask[]> {
  const { member } = person;
  const rows = await work.queries
    .select({
      id: caseTask.id,
      what: caseTask.what,
      setBy: caseTask.setBy,
      caseId: caseTask.caseId,
      due: caseTask.due,
      owner: caseTask.owner,
      reference: conductCase.reference,
      sight: conductCase.sight,
    })
    .from(caseTask)
    .innerJoin(
      conductCase,
      and(eq(conductCase.schoolId, caseTask.schoolId), eq(conductCase.id, caseTask.caseId)),
    )
    .where(
      and(
        eq(caseTask.schoolId, work.school),
        isNull(caseTask.doneAt),
        or(eq(caseTask.owner, member), eq(caseTask.deputy, member)),
      ),
    )
    .orderBy(asc(caseTask.due), asc(caseTask.id));
  return rows
    .filter(({ sight }) => seesCase(person, readSight(sight)))
    .map(({ id, what, setBy, caseId, due, owner, reference }) => ({
      caseId,
      due,
      reference,
      what: setBy === null ? work.keys.open(cell('what', id), what) : undefined,
      asDeputy: owner !== member,
    }));
}
