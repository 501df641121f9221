import type { Id } from '../platform/ids.ts';

export type AccessId = Id<'subject-access'>;
export type SentId = Id<'subject-word'>;
