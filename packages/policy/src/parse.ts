import { z } from 'zod';
import {
  ADDRESSEES,
  CLAUSE_KINDS,
  CLAUSE_TOPICS,
  DOUBT_CODES,
  FIELD_KINDS,
  GROUP_TYPES,
  POLARITIES,
  type PolicyDocument,
  QUIET_DAYS,
  RESPONSE_KINDS,
  STRENGTHS,
} from './document.ts';

/** Stored data that is no policy document; the message says where it is wrong. */
export class PolicyDocumentError extends Error {
  override readonly name = 'PolicyDocumentError';
}

const year = z.int().min(1900).max(2199);
const month = z.int().min(1).max(12);
const written = z.string();
/** The shape of a `PartialDate`. */
export const partialDate = z.discriminatedUnion('precision', [
  z.object({ precision: z.literal('day'), year, month, day: z.int().min(1).max(31), written }),
  z.object({ precision: z.literal('month'), year, month, written }),
  z.object({ precision: z.literal('term'), year, term: z.enum(['autumn', 'spring', 'summer']), written }),
  z.object({ precision: z.literal('year'), year, schoolYear: z.literal(true).exactOptional(), written }),
]);

const offset = z.int().nonnegative();
const span = z.tuple([offset, offset]);
const id = z.string().min(1);

const topics = z.array(z.enum(CLAUSE_TOPICS));
const strength = z.enum(STRENGTHS).exactOptional();
const polarity = z.enum(POLARITIES).exactOptional();
const force = z.enum(['rule', 'expectation']);

const clause = z.object({
  id,
  ref: z.string().min(1),
  kind: z.enum(CLAUSE_KINDS),
  text: z.string(),
  stem: z.string().exactOptional(),
  outer: z.array(z.string()).exactOptional(),
  marker: z.string().exactOptional(),
  depth: z.int().min(1).max(2).exactOptional(),
  addressee: z.enum(ADDRESSEES).exactOptional(),
  topics,
  force,
  strength,
  polarity,
  exceptions: z.array(z.string()).exactOptional(),
  rules: z.array(z.object({ text: z.string(), span, topics, strength, polarity })).exactOptional(),
  span,
});

const section = z.object({
  id,
  ref: z.string().min(1),
  heading: z.string(),
  marker: z.string().exactOptional(),
  clauses: z.array(clause),
  span,
});

const step = z.object({
  kind: z.enum(RESPONSE_KINDS),
  text: z.string(),
  condition: z.string().exactOptional(),
  trigger: z.string().exactOptional(),
  stage: z.int().exactOptional(),
  clauseId: id,
});

const quietHours = z.object({
  from: z.string(),
  to: z.string().exactOptional(),
  days: z.array(z.enum(QUIET_DAYS)).exactOptional(),
  exception: z.string().exactOptional(),
  clauseId: id,
});

const shape: z.ZodType<PolicyDocument> = z.object({
  format: z.literal(1),
  title: z.string(),
  schoolNames: z.array(z.string()),
  dates: z.object({
    adopted: partialDate.exactOptional(),
    adoptedBy: z.string().exactOptional(),
    approved: partialDate.exactOptional(),
    issued: partialDate.exactOptional(),
    effective: partialDate.exactOptional(),
    reviewed: partialDate.exactOptional(),
    review: partialDate.exactOptional(),
    reviewEvery: z.string().exactOptional(),
  }),
  groupTypes: z.array(z.enum(GROUP_TYPES)),
  audience: z.array(z.string()),
  sections: z.array(section),
  responses: z.array(step),
  moderatorResponses: z.array(step).exactOptional(),
  contacts: z.array(
    z.object({
      kind: z.enum(['email', 'phone', 'url', 'role']),
      value: z.string(),
      role: z.string().exactOptional(),
      purpose: z.enum(['concern', 'safeguarding', 'general']),
      step: z.int().positive().exactOptional(),
      clauseId: z.string(),
    }),
  ),
  signatures: z.array(z.object({ id, role: z.string() })),
  slip: z.object({ statement: z.string(), fields: z.array(z.string()) }).exactOptional(),
  linkedPolicies: z.array(z.object({ name: z.string(), about: z.enum(['staff', 'pupils', 'other']) })),
  decider: z.string().exactOptional(),
  quietHours: quietHours.exactOptional(),
  quietTimes: z.array(quietHours).exactOptional(),
  history: z
    .array(
      z.object({
        version: z.string().exactOptional(),
        date: partialDate.exactOptional(),
        author: z.string().exactOptional(),
        change: z.string().exactOptional(),
        text: z.string(),
      }),
    )
    .exactOptional(),
  particulars: z.array(z.string()).exactOptional(),
  fields: z.array(z.object({ kind: z.enum(FIELD_KINDS), span })),
  source: z.string(),
});

const clauseIds = z.array(z.string());
const change = z.discriminatedUnion('set', [
  z.object({ set: z.literal('keep') }),
  z.object({ set: z.literal('kind'), clauseIds, kind: z.enum(CLAUSE_KINDS) }),
  z.object({ set: z.literal('polarity'), clauseIds, polarity: z.enum(POLARITIES) }),
  z.object({ set: z.literal('topics'), clauseId: z.string(), topics }),
  z.object({ set: z.literal('force'), clauseId: z.string(), force }),
  z.object({ set: z.literal('groups'), types: z.array(z.enum(GROUP_TYPES)) }),
  z.object({ set: z.literal('review'), date: partialDate }),
]);

/** The shape of a stored doubt, for whoever keeps doubts with something of their own beside them. */
export const DOUBT_SHAPE = {
  code: z.enum(DOUBT_CODES),
  message: z.string(),
  clauseId: z.string().exactOptional(),
  span: span.exactOptional(),
  choices: z.array(z.object({ label: z.string(), change })).exactOptional(),
};

/** What the shape alone cannot say: ids are unique, steps point at clauses, places lie inside the source. */
function brokenLink(document: PolicyDocument): string | undefined {
  const clauses = document.sections.flatMap((one) => one.clauses);
  const ids = new Set(clauses.map((one) => one.id));
  if (ids.size < clauses.length) return 'two clauses have the same id';
  if (new Set(document.sections.map((one) => one.id)).size < document.sections.length) {
    return 'two sections have the same id';
  }
  const steps = [...document.responses, ...(document.moderatorResponses ?? [])];
  const stray = steps.find(({ clauseId }) => !ids.has(clauseId));
  if (stray) return `responses: no clause ${stray.clauseId}`;
  const lost = document.contacts.find(({ clauseId }) => clauseId !== '' && !ids.has(clauseId));
  if (lost) return `contacts: no clause ${lost.clauseId}`;
  const rules = clauses.flatMap((one) => one.rules ?? []);
  const spans = [...clauses, ...rules, ...document.sections, ...document.fields].map((one) => one.span);
  const outside = spans.find(([start, end]) => start > end || end > document.source.length);
  return outside && `the place [${outside.join(', ')}] is outside the source`;
}

/**
 * Checks that data (from a database, from a file) is a policy document. Properties it does not know are left out.
 * @throws PolicyDocumentError naming the first thing that is wrong
 */
export function parsePolicyDocument(data: unknown): PolicyDocument {
  const result = shape.safeParse(data);
  if (!result.success) {
    const first = result.error.issues[0];
    throw new PolicyDocumentError(
      `Not a policy document: ${first?.path.join('.') ?? ''}: ${first?.message ?? ''}`,
    );
  }
  const broken = brokenLink(result.data);
  if (broken !== undefined) throw new PolicyDocumentError(`Not a policy document: ${broken}`);
  return result.data;
}
