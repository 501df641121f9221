import type { Id } from '../platform/ids.ts';

export type MeetingId = Id<'meeting'>;
