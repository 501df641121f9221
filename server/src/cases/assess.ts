import { and, eq } from 'drizzle-orm';
import type { Work } from '../platform/work.ts';
import { act } from './act.ts';
import { countWords } from './deeds.ts';
import type { CaseId } from './ids.ts';
import { type Choice, QUESTION_IDS, type QuestionId } from './questions.ts';
import { caseAnswer } from './tables.ts';
import type { Person } from './visibility.ts';

/** An answer of the assessment. */
export interface Answer {
  readonly choice: Choice;
  readonly words: string;
}

const cell = (caseId: CaseId, question: QuestionId) => ({
  table: 'case_answer',
  column: 'words',
  row: `${caseId} ${question}`,
});

/** Answers one question, or answers it anew. */
export async function answerQuestion(
  work: Work,
  person: Person,
  caseId: CaseId,
  question: QuestionId,
  { choice, words }: Answer,
): Promise<void> {
  await act(work, person, caseId, { act: 'answer', question, choice, words: countWords(words) });
  const values = {
    choice,
    words: work.keys.seal(cell(caseId, question), words),
    answeredBy: person.member,
    answeredAt: work.now,
  };
  await work.queries
    .insert(caseAnswer)
    .values({ schoolId: work.school, caseId, question, ...values })
    .onConflictDoUpdate({
      target: [caseAnswer.schoolId, caseAnswer.caseId, caseAnswer.question],
      set: values,
    });
}

export type Answers = Readonly<Partial<Record<QuestionId, Answer>>>;

/** The answers given so far, in the order of the questions. */
export async function answersOf(work: Work, caseId: CaseId): Promise<Answers> {
  const rows = await work.queries
    .select()
    .from(caseAnswer)
    .where(and(eq(caseAnswer.schoolId, work.school), eq(caseAnswer.caseId, caseId)));
  return Object.fromEntries(
    QUESTION_IDS.flatMap((id) => {
      const row = rows.find(({ question }) => question === id);
      return row ? [[id, { choice: row.choice, words: work.keys.open(cell(caseId, id), row.words) }]] : [];
    }),
  );
}
