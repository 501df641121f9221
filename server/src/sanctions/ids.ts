import type { Id } from '../platform/ids.ts';

export type BanId = Id<'site-ban'>;
export type ContactPlanId = Id<'communication-plan'>;
