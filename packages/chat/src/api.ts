export { type ChatErrorCode, ChatReadError } from './errors.ts';
export { makeExcerpt } from './excerpt/make.ts';
export type { Excerpt, ExcerptMessage, ExcerptOptions } from './excerpt/types.ts';
export {
  type ExcerptCheck,
  type ExcerptProblem,
  type GenuineCheck,
  MOST_MESSAGES,
  verifyExcerpt,
  verifyExcerptAgainst,
} from './excerpt/verify.ts';
export type { ExportSource } from './input/source.ts';
export { MessageList } from './message-list.ts';
export type {
  AdminSpan,
  Certainty,
  ChatEvent,
  ChatExport,
  ChatFormat,
  ChatWarning,
  EventType,
  MediaItem,
  MediaType,
  Member,
  Membership,
  Message,
  MessageKind,
  Place,
  Poll,
  ReadOptions,
} from './types.ts';
