import { z } from 'zod';
import type { Work } from '../platform/work.ts';
import { AFFECTED, BEHALF } from './kinds.ts';
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
  /** For whom it was told, where that was asked. */
  behalf: z.enum(BEHALF).optional(),
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

/** What of a kept excerpt the school reads. The proofs beside it are kept as they came. */
export const keptExcerptSchema = z.looseObject({
  subjects: z.array(z.string()),
  messages: z.array(
    z.looseObject({
      at: z.string(),
      who: z.string().nullable(),
      ticked: z.boolean(),
      kind: z.string(),
      text: z.string(),
    }),
  ),
});
export type KeptExcerpt = z.output<typeof keptExcerptSchema>;

/** What stands for a message that is no text, when it came without words. */
const KIND_WORDS: Readonly<Record<string, string>> = {
  media: '[a picture, video or sound that was left out]',
  deleted: '[a message that was deleted]',
  poll: '[a poll]',
  location: '[a place]',
  contact: '[a contact card]',
  call: '[a call]',
  system: '[a notice by WhatsApp]',
};

/** The excerpt as a transcript of words, which is what everybody reads by default (rule 30). */
export function transcriptOf(excerpt: KeptExcerpt): readonly TranscriptLine[] {
  return excerpt.messages.map(({ at, who, ticked, kind, text }) => ({
    at,
    speaker: who ?? 'WhatsApp',
    bySubject: who !== null && excerpt.subjects.includes(who),
    chosen: ticked,
    text: text.trim() === '' ? (KIND_WORDS[kind] ?? '[no words]') : text,
  }));
}

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
