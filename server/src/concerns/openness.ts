import type { ConcernMode } from './kinds.ts';

/** From each way of telling, the more open ones: a reporter can say more of themselves, and never take it back (domain 2.4). */
const MORE_OPEN: Readonly<Record<ConcernMode, readonly ConcernMode[]>> = {
  anonymous: ['confidential', 'named'],
  confidential: ['named'],
  named: [],
};

/** The ways a reporter can change to. */
export const moreOpenThan = (mode: ConcernMode): readonly ConcernMode[] => MORE_OPEN[mode];
