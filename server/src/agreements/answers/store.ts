import { and, asc, desc, eq } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { type MemberId, newId } from '../../platform/ids.ts';
import { notFound } from '../../platform/web/refusal.ts';
import type { Work } from '../../platform/work.ts';
import type { PolicyId } from '../../policies/version.ts';
import type { AdultId } from '../../roster/adult.ts';
import { agreementAnswer } from '../tables.ts';
import {
  type AnswerId,
  type AnswerKind,
  type AnswerState,
  answerAfter,
  firstState,
  type TalkOutcome,
} from './rules.ts';

/** What somebody tells instead of signing. Of a refusal, nothing has to be told. */
export interface NewAnswer {
  readonly policy: PolicyId;
  readonly kind: AnswerKind;
  readonly name?: string | undefined;
  readonly childClass?: string | undefined;
  /** How to reach them: of a wish to talk only. */
  readonly contact?: string | undefined;
  /** Why, or what about. */
  readonly words?: string | undefined;
  readonly adult?: AdultId | undefined;
}

/** An answer, opened. */
export interface Answered extends NewAnswer {
  readonly id: AnswerId;
  readonly state: AnswerState;
  readonly receivedAt: Temporal.Instant;
  readonly owner: MemberId | undefined;
  readonly outcome: TalkOutcome | undefined;
  readonly note: string | undefined;
}

type Sealed = 'name' | 'child_class' | 'contact' | 'words' | 'note';
type Row = typeof agreementAnswer.$inferSelect;

const cell = (column: Sealed, row: AnswerId) => ({ table: 'agreement_answer', column, row });
const seal = (work: Work, id: AnswerId, column: Sealed, text: string | undefined) =>
  text ? work.keys.seal(cell(column, id), text, 'identity') : null;

function open(work: Work, row: Row): Answered {
  const { id } = row;
  const read = (column: Sealed, sealed: Buffer | null) =>
    sealed ? work.keys.open(cell(column, id), sealed, 'identity') : undefined;
  return {
    id,
    policy: row.policyId,
    kind: row.kind,
    state: row.state,
    name: read('name', row.name),
    childClass: read('child_class', row.childClass),
    contact: read('contact', row.contact),
    words: read('words', row.words),
    note: read('note', row.note),
    adult: row.adultId ?? undefined,
    receivedAt: row.receivedAt,
    owner: row.owner ?? undefined,
    outcome: row.outcome ?? undefined,
  };
}

/** Takes an answer down. The audit record notes that there is one, not which. */
export async function takeAnswer(work: Work, answer: NewAnswer): Promise<AnswerId> {
  const id = newId<'answer'>();
  await work.queries.insert(agreementAnswer).values({
    schoolId: work.school,
    id,
    policyId: answer.policy,
    kind: answer.kind,
    state: firstState(answer.kind),
    name: seal(work, id, 'name', answer.name),
    childClass: seal(work, id, 'child_class', answer.childClass),
    contact: seal(work, id, 'contact', answer.contact),
    words: seal(work, id, 'words', answer.words),
    adultId: answer.adult ?? null,
    receivedAt: work.now,
  });
  work.audit({ act: 'agreement.answered', object: `answer:${id}` });
  return id;
}

/** All answers other than yes, those that wait first, then the newest. */
export async function listAnswers(work: Work): Promise<readonly Answered[]> {
  const rows = await work.queries
    .select()
    .from(agreementAnswer)
    .where(eq(agreementAnswer.schoolId, work.school))
    .orderBy(desc(agreementAnswer.receivedAt));
  return rows.map((row) => open(work, row));
}

/** The talks that are not over, without their words, the longest waiting first. */
export function openTalks(
  work: Work,
): Promise<readonly Pick<Row, 'id' | 'state' | 'owner' | 'receivedAt'>[]> {
  const { id, state, owner, receivedAt } = agreementAnswer;
  return work.queries
    .select({ id, state, owner, receivedAt })
    .from(agreementAnswer)
    .where(and(eq(agreementAnswer.schoolId, work.school), eq(agreementAnswer.kind, 'talk')))
    .orderBy(asc(receivedAt))
    .then((rows) => rows.filter((row) => row.state !== 'ended'));
}

/** One answer. Throws Refusal 404 when there is none. */
export async function findAnswer(work: Work, id: AnswerId): Promise<Answered> {
  const [row] = await work.queries.select().from(agreementAnswer).where(own(work, id));
  if (!row) throw notFound();
  return open(work, row);
}

const own = (work: Work, id: AnswerId) =>
  and(eq(agreementAnswer.schoolId, work.school), eq(agreementAnswer.id, id));

async function locked(work: Work, id: AnswerId): Promise<AnswerState> {
  const [row] = await work.queries
    .select({ state: agreementAnswer.state })
    .from(agreementAnswer)
    .where(own(work, id))
    .for('update');
  if (!row) throw notFound();
  return row.state;
}

/**
 * Says who talks to them.
 * @throws AnswerStepRefused when it is no talk, or over
 */
export async function giveTalk(work: Work, id: AnswerId, owner: MemberId): Promise<void> {
  const state = answerAfter(await locked(work, id), 'take');
  await work.queries.update(agreementAnswer).set({ state, owner }).where(own(work, id));
  work.audit({ act: 'agreement.talk-taken', object: `answer:${id}`, detail: { owner } });
}

/**
 * Ends a talk with its outcome. How to reach them is forgotten with it.
 * @throws AnswerStepRefused when nobody took it, or it is over
 */
export async function endTalk(
  work: Work,
  id: AnswerId,
  { outcome, note }: { readonly outcome: TalkOutcome; readonly note: string },
): Promise<void> {
  const state = answerAfter(await locked(work, id), 'end');
  await work.queries
    .update(agreementAnswer)
    .set({ state, outcome, note: seal(work, id, 'note', note), endedAt: work.now, contact: null })
    .where(own(work, id));
  work.audit({ act: 'agreement.talk-ended', object: `answer:${id}`, detail: { outcome } });
}
