import type { Page, PlainContext } from '../edge/contexts.ts';
import { type NoParams, noParams, type Routes } from '../edge/routes.ts';
import { school } from '../platform/tables.ts';
import { ButtonLink, Name } from '../ui/index.ts';

/** Where several schools share a Handbell, none of them is named to whoever comes by: each gives its own address. */
async function frontPage(context: PlainContext<NoParams>): Promise<Page> {
  const { open } = context.services.database;
  const [first, ...more] = await open.select({ name: school.name, slug: school.slug }).from(school).limit(2);
  return context.page({
    title: 'Welcome',
    children: (
      <>
        <h1>Welcome to Handbell</h1>
        <p>It looks after a school’s policy for class, year and PTA WhatsApp groups.</p>
        {!first && (
          <p>
            No school is set up here yet. Whoever started Handbell opens the link that it printed when it
            started.
          </p>
        )}
        {first && more.length === 0 && (
          <p>
            <a href={`/s/${first.slug}`}>
              <Name>{first.name}</Name>: the policy, for parents
            </a>
          </p>
        )}
        {more.length > 0 && (
          <p>Parents find their school’s policy at the address that the school gives them.</p>
        )}
        {first && <ButtonLink href="/desk">Staff: go to your desk</ButtonLink>}
      </>
    ),
  });
}

/** The front door, for whoever types in the address alone. */
export function frontRoutes(routes: Routes): void {
  routes.plainPage('/', { params: noParams, show: frontPage });
}
