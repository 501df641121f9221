import { z } from 'zod';
import type { Work } from '../platform/work.ts';
import { AFFECTED } from './kinds.ts';
import type { ConcernId } from './rules.ts';

/** Everything that somebody wrote into a concern, in their own words. It is sealed as one piece. */
export const accountSchema = z.object({
  /** What was said and why it worries them. */
  words: z.string(),
  /** The name of the group, or of the place, when it is not a registered one. */
  placeName: z.string(),
  /** When, in words, where no day was given. */
  whenWords: z.string(),
  /** Whom it is about, as the reporter knows them. */
  subject: z.string(),
  affected: z.array(z.enum(AFFECTED)),
  affectedWords: z.string(),
  hope: z.string(),
});
export type Account = z.output<typeof accountSchema>;

/** One message of an excerpt as the school reads it: a transcript, with bystanders as "Parent 2". */
export interface TranscriptLine {
  /** Local time as the phone wrote it, `YYYY-MM-DDTHH:MM:SS`. */
  readonly at: string;
  /** Who wrote it: the person the concern is about, or a stand-in for a bystander. */
  readonly speaker: string;
  /** The person the concern is about wrote it. */
  readonly bySubject: boolean;
  /** The reporter chose it; otherwise it stands there for context. */
  readonly chosen: boolean;
  readonly text: string;
}

const lineSchema = z.object({
  at: z.string(),
  speaker: z.string(),
  bySubject: z.boolean(),
  chosen: z.boolean(),
  text: z.string(),
});

/** What is kept of an export: the chosen messages and, where the device gave one, the proof over the whole file. */
export const keptExcerptSchema = z.object({
  lines: z.array(lineSchema),
  proof: z.json(),
});
export type KeptExcerpt = z.output<typeof keptExcerptSchema>;

const cell = (column: 'account' | 'excerpt', row: ConcernId) => ({ table: 'concern', column, row });

/** Seals what somebody wrote, for the concern's own row. */
export function sealAccount(work: Work, id: ConcernId, account: Account): Buffer {
  return work.keys.seal(cell('account', id), JSON.stringify(account));
}

/** Opens what somebody wrote. */
export function openAccount(work: Work, id: ConcernId, sealed: Buffer): Account {
  return accountSchema.parse(JSON.parse(work.keys.open(cell('account', id), sealed)));
}

/** Seals the excerpt, for the concern's own row. */
export function sealExcerpt(work: Work, id: ConcernId, excerpt: KeptExcerpt): Buffer {
  return work.keys.seal(cell('excerpt', id), JSON.stringify(excerpt));
}

/** Opens the excerpt. */
export function openExcerpt(work: Work, id: ConcernId, sealed: Buffer): KeptExcerpt {
  return keptExcerptSchema.parse(JSON.parse(work.keys.open(cell('excerpt', id), sealed)));
}
