import { randomInt } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import { v7 } from 'uuid';
import { z } from 'zod';

/** A UUID that belongs to one kind of thing, so that the compiler refuses a case's id where a concern's is due. */
export type Id<Kind extends string> = string & { readonly __id: Kind };

export type SchoolId = Id<'school'>;
export type UserId = Id<'user'>;
export type MemberId = Id<'member'>;

let turn = randomInt(2 ** 31);

/**
 * A new id. Version 7: they sort by the time they were made, which keeps indexes compact.
 * @param at the time that its row holds, for what a reporter may have caused: the id then tells no finer time than the
 *   row does. Ids of one time still sort as this process made them.
 */
export function newId<Kind extends string>(at?: Temporal.Instant): Id<Kind> {
  turn = (turn + 1) % 2 ** 32;
  const id = at === undefined ? v7() : v7({ msecs: at.epochMilliseconds, seq: turn });
  if (!isId<Kind>(id)) throw new Error('An id was made that is none.');
  return id;
}

/** What was just drawn is an id; what comes from outside is asked by {@link idSchema}. */
function isId<Kind extends string>(drawn: string): drawn is Id<Kind> {
  return drawn.length === 36;
}

/**
 * Checks text from outside (an address, a form, a row) as an id of the given kind.
 * @param message what a form says when it is missing or none
 */
export function idSchema<Kind extends string>(message?: string) {
  return z.uuid(message).refine((_value): _value is Id<Kind> => true);
}
