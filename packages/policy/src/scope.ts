import type { PolicyDocument, QuietHours } from './document.ts';
import { PolicyEditError } from './edit.ts';
import { findClause } from './query.ts';
import { tidy } from './text/spans.ts';

/** Says whom the expectations bind, in the school's words; blank ones are left out. */
export function setAudience(document: PolicyDocument, audience: readonly string[]): PolicyDocument {
  return { ...document, audience: [...new Set(audience.map(tidy))].filter((one) => one !== '') };
}

/**
 * Says in which hours nobody should post, or that there are none.
 * @param hours 24-hour times ("21:00"), and the clause that says so
 * @throws PolicyEditError when the clause is not there
 */
export function setQuietHours(document: PolicyDocument, hours: QuietHours | undefined): PolicyDocument {
  const { quietHours: _before, ...rest } = document;
  if (hours === undefined) return rest;
  if (!findClause(document, hours.clauseId)) {
    throw new PolicyEditError(`This policy has no clause "${hours.clauseId}".`);
  }
  return { ...rest, quietHours: hours };
}

/** Says which other policies of the school this one names; one named before keeps whom it is about. */
export function setLinkedPolicies(document: PolicyDocument, names: readonly string[]): PolicyDocument {
  const known = new Map(document.linkedPolicies.map((one) => [one.name, one]));
  const wanted = [...new Set(names.map(tidy))].filter((name) => name !== '');
  return {
    ...document,
    linkedPolicies: wanted.map((name) => known.get(name) ?? { name, about: 'other' as const }),
  };
}
