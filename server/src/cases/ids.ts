import type { Id } from '../platform/ids.ts';

export type CaseId = Id<'case'>;
