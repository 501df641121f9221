import type { Page, StaffContext } from '../edge/contexts.ts';
import type { NoParams } from '../edge/routes.ts';
import { listClasses } from '../groups/classes-store.ts';
import { may } from '../people/permissions.ts';
import { idSchema } from '../platform/ids.ts';
import { inOrder, yearName } from '../schools/years.ts';
import {
  ButtonGroup,
  ButtonLink,
  EmptyState,
  Filters,
  formatCount,
  formatShortDate,
  Name,
  Notice,
  Pagination,
  paged,
  Select,
  Table,
} from '../ui/index.ts';
import { type AdultFilter, listAdults } from './read.ts';
import { placesWords } from './words.ts';

const PER_PAGE = 100;

const NOTICES: Readonly<Record<string, string>> = {
  erased: 'The entry is erased. What they agreed to stays, without a name from this list.',
  dropped: 'The list you brought is thrown away. Nothing of it was kept.',
  settings: 'Saved.',
};

const WHO = [
  { value: 'now', label: 'With a child here now' },
  { value: 'left', label: 'Left' },
  { value: 'all', label: 'All' },
] as const;

/** What the address asks for; anything it cannot mean is left out. */
function readFilter(query: Readonly<Record<string, string>>): AdultFilter {
  const classId = idSchema<'class'>().safeParse(query.class);
  const who = WHO.find(({ value }) => value === query.who)?.value ?? 'now';
  return {
    ...(classId.success ? { classId: classId.data } : {}),
    ...(query.year ? { year: query.year } : {}),
    who,
  };
}

/** The parents' list, narrowed by what stands in the address. */
export async function listPage(context: StaffContext<NoParams>): Promise<Page> {
  const { work, request, staff, flash, school } = context;
  const { query } = request;
  const filter = readFilter(query);
  const classes = await listClasses(work);
  const adults = await listAdults(work, filter);
  const { nation } = school.profile;
  const { page, pages, offset } = paged(query.page, adults.length, PER_PAGE);
  const shown = adults.slice(offset, offset + PER_PAGE);
  const years = inOrder(
    nation,
    classes.flatMap((each) => each.years),
  );
  const filtered = filter.classId !== undefined || filter.year !== undefined || filter.who !== 'now';
  const edits = may(staff.roles, 'roster.edit');
  const href = (number: number) => {
    const { class: classId = '', year = '', who = 'now' } = query;
    return `/desk/parents?${new URLSearchParams({ class: classId, year, who, page: String(number) })}`;
  };
  const done = NOTICES[flash.done ?? ''];
  const form = { values: query, errors: {} };
  return context.page({
    room: '/desk/parents',
    title: 'Parents',
    children: (
      <>
        {done !== undefined && (
          <Notice kind="success">
            <p>{done}</p>
          </Notice>
        )}
        <h1>Parents</h1>
        <p>
          Names, addresses for mail and classes, so that everybody can be asked to agree to the policy.
          Nothing about any child is kept here.
        </p>
        {edits && (
          <ButtonGroup>
            <ButtonLink href="/desk/parents/import">Import a list</ButtonLink>
            <ButtonLink href="/desk/parents/new" kind="secondary">
              Add a parent
            </ButtonLink>
          </ButtonGroup>
        )}
        <Filters action="/desk/parents" label="Parents" clearHref={filtered ? '/desk/parents' : undefined}>
          <Select
            form={form}
            name="class"
            label="Class"
            placeholder="Every class"
            items={classes.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Select
            form={form}
            name="year"
            label="Year"
            placeholder="Every year"
            items={years.map((code) => ({ value: code, label: yearName(nation, code) }))}
          />
          <Select form={form} name="who" label="Who" items={[...WHO]} />
        </Filters>
        <Table
          caption={`${formatCount(adults.length, 'parent', 'parents')}${filtered ? ', of those you asked for' : ''}`}
          columns={[
            { header: 'Name' },
            { header: 'Address for mail' },
            { header: 'Classes' },
            { header: 'Since' },
          ]}
          rows={shown.map((adult) => [
            <a href={`/desk/parents/${adult.id}`}>
              <Name>{adult.name}</Name>
            </a>,
            adult.email || 'none: gets a paper slip',
            adult.left
              ? `left ${formatShortDate(adult.left)}`
              : placesWords(adult.places, classes, nation) || 'none yet',
            formatShortDate(adult.joined),
          ])}
          empty={
            <EmptyState title={filtered ? 'Nobody like that' : 'No parents yet'}>
              <p>
                {filtered
                  ? 'Nobody on the list fits what you asked for. Clear the filters to see everybody.'
                  : 'Import the list your school’s system gives, or add parents one by one. You do not need this list: parents can also agree through the school’s own page without being on it.'}
              </p>
            </EmptyState>
          }
        />
        <Pagination page={page} pages={pages} href={href} label="Parents" />
        {edits && (
          <ul>
            <li>
              <a href="/desk/parents/september">Move up in September</a>
            </li>
            <li>
              <a href="/desk/parents/years">Years of the classes</a>
            </li>
            <li>
              <a href="/desk/parents/settings">What is kept about parents</a>
            </li>
          </ul>
        )}
      </>
    ),
  });
}
