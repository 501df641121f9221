import type { CaseFacts } from './facts.ts';
import type { Outside } from './request.ts';

/** Who has asked that nothing goes to the parent: the safeguarding lead, or the police. */
export type ContactHold = 'held' | 'police-held';

/** The part of a case that tells whether anything may go to its parent. */
export interface Holdable {
  readonly facts: Pick<CaseFacts, 'policeHold'>;
  readonly outside: Pick<Outside, 'held'>;
}

/**
 * The hold that keeps a school from showing or sending the parent anything, if one is on (rules 12, 15). Every room asks
 * this, and neither of the two holds by itself.
 */
export function contactHold({ facts, outside }: Holdable): ContactHold | undefined {
  if (outside.held) return 'held';
  return facts.policeHold ? 'police-held' : undefined;
}
