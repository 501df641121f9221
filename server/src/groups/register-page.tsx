import type { Page, StaffContext } from '../edge/contexts.ts';
import type { NoParams } from '../edge/routes.ts';
import { may } from '../people/permissions.ts';
import { ButtonGroup, ButtonLink, EmptyState, InsetText, Notice, Table, Tag } from '../ui/index.ts';
import { listClasses, type SchoolClass } from './classes-store.ts';
import { countModerators } from './moderators-store.ts';
import { classesWithout, GROUP_KIND_NAMES } from './rules.ts';
import { scopeToday } from './scope.ts';
import { type Group, listAllGroups } from './store.ts';

/** What every page about groups says first: the school stands outside of them (S13, S14). */
export function StandsOutside() {
  return (
    <InsetText>
      The school is in none of these groups. It does not join them, read them or ask anybody to watch them.
      This register says only that a group exists and who looks after it. It never holds a list of members or
      a link to join.
    </InsetText>
  );
}

const NOTICES: Readonly<Record<string, string>> = {
  archived: 'The group is archived. Concerns about it keep its name.',
  classes: 'The list of classes is saved.',
};

function classNames(group: Group, classes: readonly SchoolClass[]): string {
  const names = classes.filter((each) => group.classes.includes(each.id)).map((each) => each.name);
  return names.length > 0 ? names.join(', ') : 'Whole school';
}

/** The register of groups, with the classes that have none. */
export async function registerPage(context: StaffContext<NoParams>): Promise<Page> {
  const { work, staff, request, flash } = context;
  const archived = request.query.show === 'archived';
  const [all, classes, moderators] = [
    await listAllGroups(work),
    await listClasses(work),
    await countModerators(work),
  ];
  const current = all.filter((group) => group.archivedAt === undefined);
  const shown = archived ? all.filter((group) => group.archivedAt !== undefined) : current;
  const edits = may(staff.roles, 'group.edit');
  const without = classesWithout(classes, current);
  const pta = (await scopeToday(work))?.includes('pta') ?? false;
  const done = NOTICES[flash.done ?? ''];
  return context.page({
    room: '/desk/groups',
    title: archived ? 'Archived groups' : 'Groups',
    children: (
      <>
        {done !== undefined && (
          <Notice kind="success">
            <p>{done}</p>
          </Notice>
        )}
        <h1>{archived ? 'Archived groups' : 'Groups'}</h1>
        <StandsOutside />
        <Table
          caption={archived ? 'Groups no longer used' : 'Groups on the register'}
          columns={[
            { header: 'Group' },
            { header: 'Kind' },
            { header: 'Classes' },
            { header: 'Moderators', numeric: true },
          ]}
          rows={shown.map((group) => [
            <a href={`/desk/groups/${group.id}`}>
              <bdi>{group.name}</bdi>
            </a>,
            GROUP_KIND_NAMES[group.kind],
            classNames(group, classes),
            moderators.get(group.id) ?? <Tag kind="waiting">None yet</Tag>,
          ])}
          empty={
            <EmptyState title={archived ? 'Nothing archived' : 'No groups yet'}>
              <p>
                Class and year groups that parents run will be listed here, with the volunteers who look after
                them.
              </p>
            </EmptyState>
          }
        />
        {!archived && <Equity classes={classes} without={without} />}
        <ButtonGroup>
          {edits && <ButtonLink href="/desk/groups/new">Register a group</ButtonLink>}
          {edits && (
            <ButtonLink href="/desk/groups/classes" kind="secondary">
              Change the list of classes
            </ButtonLink>
          )}
          {edits && <a href="/desk/groups/carry-on">Who carries on?</a>}
          {edits && pta && <a href="/desk/groups/pta">The PTA’s officers</a>}
          <a href={archived ? '/desk/groups' : '/desk/groups?show=archived'}>
            {archived ? 'Groups in use' : 'Archived groups'}
          </a>
        </ButtonGroup>
      </>
    ),
  });
}

function Equity({ classes, without }: { classes: readonly SchoolClass[]; without: readonly SchoolClass[] }) {
  if (classes.length === 0) return <p>List the school’s classes to see which of them have no group.</p>;
  return (
    <>
      <h2>Classes without a group</h2>
      {without.length === 0 ? (
        <p>Every class has one.</p>
      ) : (
        <>
          <p>
            Families in these classes get nothing through a group. Make sure news reaches them another way.
          </p>
          <ul>
            {without.map((each) => (
              <li>
                <bdi>{each.name}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
