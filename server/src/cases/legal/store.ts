import { and, arrayContains, asc, eq } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { type Id, type MemberId, newId } from '../../platform/ids.ts';
import { notFound } from '../../platform/web/refusal.ts';
import type { Work } from '../../platform/work.ts';
import { act } from '../act.ts';
import type { AdviceSource } from '../codes.ts';
import { countWords } from '../deeds.ts';
import type { CaseId } from '../ids.ts';
import { caseLegal } from '../tables.ts';
import type { Person } from '../visibility.ts';

/** A request for legal advice (D17), in parts. */
const requestSchema = z.object({
  question: z.string(),
  chronology: z.string(),
  words: z.string(),
  reach: z.string(),
  harm: z.string(),
  remedy: z.string(),
  budget: z.string(),
});
export type LegalRequest = z.output<typeof requestSchema>;

export interface KeptRequest extends LegalRequest {
  readonly id: Id<'case-legal'>;
  readonly source: AdviceSource;
  readonly access: readonly MemberId[];
  readonly askedBy: MemberId;
  readonly askedAt: Temporal.Instant;
  readonly answer: string;
  readonly answeredAt: Temporal.Instant | undefined;
}

const cell = (column: 'request' | 'answer', row: Id<'case-legal'>) => ({ table: 'case_legal', column, row });

/**
 * Asks for legal advice. The request is privileged: it is sealed with a key of its own, in a table of its own, for the
 * people named and nobody else, and no pack of what may be disclosed is made from it.
 * @param access who may read it beside the one who asks
 */
export async function askLawyer(
  work: Work,
  person: Person,
  caseId: CaseId,
  source: AdviceSource,
  access: readonly MemberId[],
  request: LegalRequest,
): Promise<void> {
  await act(work, person, caseId, { act: 'ask-lawyer', of: source, words: countWords(request.question) });
  const id = newId<'case-legal'>();
  await work.queries.insert(caseLegal).values({
    schoolId: work.school,
    id,
    caseId,
    source,
    access: [...new Set([person.member, ...access])],
    request: work.keys.seal(cell('request', id), JSON.stringify(request), 'privileged'),
    askedBy: person.member,
    askedAt: work.now,
  });
}

/** Records what came back. Only somebody on the request's own list does. */
export async function recordAdvice(
  work: Work,
  person: Person,
  caseId: CaseId,
  id: Id<'case-legal'>,
  answer: string,
): Promise<void> {
  await act(work, person, caseId, { act: 'record-advice' });
  const done = await work.queries
    .update(caseLegal)
    .set({ answer: work.keys.seal(cell('answer', id), answer, 'privileged'), answeredAt: work.now })
    .where(
      and(
        eq(caseLegal.schoolId, work.school),
        eq(caseLegal.caseId, caseId),
        eq(caseLegal.id, id),
        arrayContains(caseLegal.access, [person.member]),
      ),
    )
    .returning({ id: caseLegal.id });
  if (done.length === 0) throw notFound();
}

/** The requests of a case that somebody is on the list of. Nobody else learns what was asked. */
export async function requestsFor(
  work: Work,
  { member }: Person,
  caseId: CaseId,
): Promise<readonly KeptRequest[]> {
  const rows = await work.queries
    .select()
    .from(caseLegal)
    .where(
      and(
        eq(caseLegal.schoolId, work.school),
        eq(caseLegal.caseId, caseId),
        arrayContains(caseLegal.access, [member]),
      ),
    )
    .orderBy(asc(caseLegal.askedAt), asc(caseLegal.id));
  return rows.map(({ id, source, access, askedBy, askedAt, request, answer, answeredAt }) => ({
    ...requestSchema.parse(JSON.parse(work.keys.open(cell('request', id), request, 'privileged'))),
    id,
    source,
    access,
    askedBy,
    askedAt,
    answer: answer ? work.keys.open(cell('answer', id), answer, 'privileged') : '',
    answeredAt: answeredAt ?? undefined,
  }));
}
