import type { Child } from 'hono/jsx';
import { type Act, may } from '../people/permissions.ts';
import type { Page, StaffContext } from './contexts.ts';
import type { NoParams } from './routes.ts';

/** A page that an index leads to, for those who may do what it is for. */
export interface IndexEntry {
  readonly href: string;
  readonly label: string;
  readonly about: string;
  readonly act: Act;
}

interface IndexProps {
  readonly room: string;
  readonly title: string;
  readonly entries: readonly IndexEntry[];
  /** What everybody finds first in the list, as its items. */
  readonly first?: Child;
}

/** A page that only leads to others: to those that this person may open. */
export function indexPage(
  context: StaffContext<NoParams>,
  { room, title, entries, first }: IndexProps,
): Page {
  return context.page({
    room,
    title,
    children: (
      <>
        <h1>{title}</h1>
        <ul>
          {first}
          {entries
            .filter(({ act }) => may(context.staff.roles, act))
            .map(({ href, label, about }) => (
              <li>
                <a href={href}>{label}</a>: {about}
              </li>
            ))}
        </ul>
      </>
    ),
  });
}
