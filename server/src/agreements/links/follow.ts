import type { Work } from '../../platform/work.ts';
import type { CameBy } from '../store.ts';
import { classOfLink } from './class-links.ts';

/**
 * What the link tells that somebody followed to the form. A link that ended meanwhile tells nothing: whoever has begun
 * to sign can finish.
 * @param way as it travels: "c-" and a class's token, "p-" and a person's, or nothing
 */
export async function followedLink(work: Work, way: string): Promise<CameBy> {
  const token = way.slice(2);
  if (way.startsWith('c-')) {
    const found = await classOfLink(work, token);
    if (found) return { way: 'class-link', classId: found.id };
  }
  return { way: 'page' };
}
