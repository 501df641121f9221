import type { Page, StaffContext } from '../edge/contexts.ts';
import type { NoParams } from '../edge/routes.ts';
import {
  Button,
  Checkboxes,
  Form,
  type FormState,
  Hidden,
  InsetText,
  Radios,
  TextArea,
  TextInput,
} from '../ui/index.ts';
import { listClasses } from './classes-store.ts';
import { GROUP_KIND_NAMES, GROUP_REACH_NAMES, GROUP_REACHES, type GroupKind, kindsAllowed } from './rules.ts';
import { scopeToday } from './scope.ts';
import type { Group } from './store.ts';

function scopeWords(scope: readonly GroupKind[] | undefined): string | undefined {
  if (scope === undefined) {
    return 'No policy is in force yet, so only class and year groups can be registered. A PTA group can be added once a policy that covers PTA groups is in force.';
  }
  return scope.includes('pta')
    ? undefined
    : 'Your policy does not cover PTA groups, so they are not on this register.';
}

/** A group's own form: new, or with the group it changes. */
export async function groupForm(
  context: StaffContext<object>,
  form: FormState,
  group: Group | undefined,
): Promise<Page> {
  const classes = await listClasses(context.work);
  const scope = await scopeToday(context.work);
  const words = scopeWords(scope);
  // A group registered under an earlier policy keeps its kind.
  const kinds = [...new Set([...kindsAllowed(scope), ...(group ? [group.kind] : [])])];
  const title = group ? 'Change the group' : 'Register a group';
  const here = group ? `/desk/groups/${group.id}` : '/desk/groups';
  return context.page({
    room: '/desk/groups',
    title,
    errors: form.errors,
    back: { href: here },
    children: (
      <>
        <h1>{title}</h1>
        {words !== undefined && <InsetText>{words}</InsetText>}
        <Form action={group ? `${here}/change` : '/desk/groups/new'} once={context.once}>
          {group && <Hidden values={{ version: String(group.version) }} />}
          <TextInput
            form={form}
            name="name"
            label="Name of the group"
            hint="As its members see it"
            width={30}
          />
          <Radios
            form={form}
            name="kind"
            label="Kind of group"
            items={kinds.map((value) => ({ value, label: GROUP_KIND_NAMES[value] }))}
          />
          <Radios
            form={form}
            name="reach"
            label="How it is used"
            items={GROUP_REACHES.map((value) => ({ value, label: GROUP_REACH_NAMES[value] }))}
          />
          {classes.length === 0 ? (
            <InsetText>
              The school’s classes are not listed yet.{' '}
              <a href="/desk/groups/classes">List the classes first</a>: a group says which of them it is for.
            </InsetText>
          ) : (
            <Checkboxes
              form={form}
              name="classes"
              label="Classes it is for"
              items={classes.map(({ id, name }) => ({ value: id, label: <bdi>{name}</bdi> }))}
            />
          )}
          <Button>{group ? 'Save' : 'Register the group'}</Button>
        </Form>
      </>
    ),
  });
}

/** The list of classes, one a line. */
export async function classesPage(context: StaffContext<NoParams>, form?: FormState): Promise<Page> {
  const names = (await listClasses(context.work)).map((each) => each.name).join('\n');
  const state = form ?? { values: { classes: names }, errors: {} };
  return context.page({
    room: '/desk/groups',
    title: 'Classes of the school',
    errors: state.errors,
    back: { href: '/desk/groups' },
    children: (
      <>
        <h1>Classes of the school</h1>
        <Form action="/desk/groups/classes" once={context.once}>
          <TextArea
            form={state}
            name="classes"
            label="Classes, one on each line"
            hint="For example: Oak, Year 1 and 2. A class taken off the list stays in old records."
            rows={12}
          />
          <Button>Save the list</Button>
        </Form>
      </>
    ),
  });
}
