import type { Page, StaffContext } from '../edge/contexts.ts';
import { may } from '../people/permissions.ts';
import { schoolDay } from '../platform/clock.ts';
import {
  Button,
  ButtonGroup,
  ButtonLink,
  emptyForm,
  Form,
  type FormState,
  formatShortDate,
  Hidden,
  Name,
  Notice,
  SummaryList,
  Table,
  TextInput,
} from '../ui/index.ts';
import { listClasses } from './classes-store.ts';
import { listModerators, type Moderator } from './moderators-store.ts';
import { StandsOutside } from './register-page.tsx';
import { GROUP_KIND_NAMES, hasEnded } from './rules.ts';
import type { Group } from './store.ts';

/** One group: what it is for and who looks after it. */
export async function groupPage(
  context: StaffContext<object>,
  group: Group,
  form: FormState = emptyForm,
): Promise<Page> {
  const { work, staff, flash, once } = context;
  const edits = may(staff.roles, 'group.edit') && group.archivedAt === undefined;
  const moderators = await listModerators(work, group.id);
  const classes = (await listClasses(work)).filter((each) => group.classes.includes(each.id));
  const here = `/desk/groups/${group.id}`;
  return context.page({
    room: '/desk/groups',
    title: group.name,
    errors: form.errors,
    back: { href: '/desk/groups', label: 'Groups' },
    children: (
      <>
        {flash.done === 'saved' && (
          <Notice kind="success">
            <p>Saved.</p>
          </Notice>
        )}
        <h1>
          <bdi>{group.name}</bdi>
        </h1>
        <StandsOutside />
        <SummaryList
          rows={[
            { key: 'Kind', value: GROUP_KIND_NAMES[group.kind] },
            { key: 'Classes', value: classes.map((each) => each.name).join(', ') || 'Whole school' },
            { key: 'State', value: group.archivedAt ? 'Archived' : 'In use' },
          ]}
        />
        <Moderators context={context} group={group} moderators={moderators} edits={edits} />
        {edits && (
          <>
            <h2>Add a moderator</h2>
            <p>
              Moderators are volunteers. Add somebody only when they have said yes. Whom they let in or take
              out of the group is their decision, not the school’s.
            </p>
            <Form action={`${here}/moderators`} once={once}>
              <TextInput form={form} name="name" label="Name" autocomplete="off" width={20} />
              <TextInput
                form={form}
                name="contact"
                label="Phone number or email address"
                hint="Only if they want the office to have it. It is deleted when they stop."
                optional
                autocomplete="off"
                width={20}
              />
              <Button>Add the moderator</Button>
            </Form>
            <h2>Change or archive the group</h2>
            <Form action={`${here}/archive`} once={once}>
              <Hidden values={{ version: String(group.version) }} />
              <ButtonGroup>
                <ButtonLink href={`${here}/change`} kind="secondary">
                  Change the group
                </ButtonLink>
                <Button kind="warning">Archive the group</Button>
              </ButtonGroup>
            </Form>
          </>
        )}
      </>
    ),
  });
}

interface ModeratorsProps {
  readonly context: StaffContext<object>;
  readonly group: Group;
  readonly moderators: readonly Moderator[];
  readonly edits: boolean;
}

function Moderators({ context, group, moderators, edits }: ModeratorsProps) {
  const today = schoolDay(context.work.now);
  const columns = ['Name', 'Since', 'Until', ...(edits ? ['How to reach them', 'Act'] : [])];
  return (
    <Table
      caption="Moderators"
      columns={columns.map((header) => ({ header }))}
      rows={moderators.map((each) => [
        <Name>{each.name}</Name>,
        formatShortDate(each.from),
        each.until ? formatShortDate(each.until) : 'still looks after it',
        ...(edits
          ? [
              <Name>{each.contact || 'not given'}</Name>,
              each.until === undefined || !hasEnded(each, today) ? (
                <StopForm group={group} moderator={each} once={context.once} />
              ) : (
                'stopped'
              ),
            ]
          : []),
      ])}
      empty={
        <p>
          Nobody is written down as looking after this group yet. Two people are best: one can step in for the
          other.
        </p>
      }
    />
  );
}

function StopForm({ group, moderator, once }: { group: Group; moderator: Moderator; once: string }) {
  if (moderator.until) return <>stopped</>;
  return (
    <Form action={`/desk/groups/${group.id}/moderators/${moderator.id}/end`} once={once}>
      <Button kind="secondary">
        Has stopped<span class="govuk-visually-hidden">: {moderator.name}</span>
      </Button>
    </Form>
  );
}
