import type { Work } from '../../platform/work.ts';
import { findLike } from '../../roster/read.ts';
import { invitationOf } from '../asking/invitations.ts';
import type { CameBy } from '../store.ts';
import { classOfLink } from './class-links.ts';

/**
 * What the link tells that somebody followed to the form. A link that ended meanwhile tells nothing: whoever has begun
 * to sign can finish. A personal link that another adult of the roll used, with their own name, does not speak for the
 * one it was sent to.
 * @param way as it travels: "c-" and a class's token, "p-" and a person's, or nothing
 * @param name the name they gave
 */
export async function followedLink(work: Work, way: string, name: string): Promise<CameBy> {
  const token = way.slice(2);
  if (way.startsWith('c-')) {
    const found = await classOfLink(work, token);
    if (found) return { way: 'class-link', classId: found.id };
  }
  if (way.startsWith('p-')) {
    const found = await invitationOf(work, token);
    if (found && found.state !== 'revoked') {
      const { adultId } = found;
      const named = await findLike(work, { name, email: '' });
      const another = named.length > 0 && !named.some(({ id }) => id === adultId);
      return another ? { way: 'personal-link' } : { way: 'personal-link', adultId };
    }
  }
  return { way: 'page' };
}
