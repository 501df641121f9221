import { v7 } from 'uuid';
import { z } from 'zod';

/** A UUID that belongs to one kind of thing, so that the compiler refuses a case's id where a concern's is due. */
export type Id<Kind extends string> = string & { readonly __id: Kind };

export type SchoolId = Id<'school'>;
export type UserId = Id<'user'>;
export type MemberId = Id<'member'>;

/** A new id. Version 7: they sort by the time they were made, which keeps indexes compact. */
export function newId<Kind extends string>(): Id<Kind> {
  return idSchema<Kind>().parse(v7());
}

/**
 * Checks text from outside (an address, a form, a row) as an id of the given kind.
 * @param message what a form says when it is missing or none
 */
export function idSchema<Kind extends string>(message?: string) {
  return z.uuid(message).refine((_value): _value is Id<Kind> => true);
}
