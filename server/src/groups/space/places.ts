import { go, type PublicContext } from '../../edge/contexts.ts';
import { schoolHref } from '../../edge/frames.tsx';
import { notFound } from '../../platform/web/refusal.ts';
import type { School } from '../../schools/store.ts';
import { type Moderator, placesOfPerson } from '../moderators-store.ts';
import { findGroup, type Group } from '../store.ts';
import { volunteerOf } from '../volunteers/session.ts';

/** A place at a group, with the group. */
export interface Place {
  readonly moderator: Moderator;
  readonly group: Group;
}

export const spaceHref = (school: School): string => `${schoolHref(school)}/moderators/mine`;

/**
 * Where somebody goes who is not in: the page that says how to get a link.
 * @param done what they just did, when it ended their link
 */
export const notIn = (school: School, done?: string) =>
  go(`${schoolHref(school)}/moderators/no-link`, done === undefined ? undefined : { done });

/** The groups of whoever is in, those they stopped with left out; undefined when nobody is in. */
export async function placesHere(context: PublicContext<object>): Promise<readonly Place[] | undefined> {
  const volunteer = await volunteerOf(context, 'moderator');
  if (!volunteer) return undefined;
  const places: Place[] = [];
  for (const moderator of await placesOfPerson(context.work, volunteer.person)) {
    const group = moderator.until ? undefined : await findGroup(context.work, moderator.group);
    if (group && group.archivedAt === undefined) places.push({ moderator, group });
  }
  return places;
}

/**
 * The place that an address names, if it is one of theirs.
 * @throws Refusal 404 for anybody else's
 */
export async function placeHere(
  context: PublicContext<{ readonly place: Moderator['id'] }>,
): Promise<Place | undefined> {
  const places = await placesHere(context);
  const place = places?.find(({ moderator }) => moderator.id === context.params.place);
  if (places && !place) throw notFound();
  return place;
}
