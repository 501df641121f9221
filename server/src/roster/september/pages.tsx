import type { Page, StaffContext } from '../../edge/contexts.ts';
import type { NoParams } from '../../edge/routes.ts';
import { yearName } from '../../schools/years.ts';
import {
  Button,
  ButtonGroup,
  ButtonLink,
  EmptyState,
  emptyForm,
  Fieldset,
  Form,
  type FormState,
  formatCount,
  formatDateTime,
  Hidden,
  InsetText,
  Name,
  Notice,
  Select,
  Table,
  TextInput,
  WarningText,
} from '../../ui/index.ts';
import { placesWords } from '../words.ts';
import { type Cohort, cohortKey, type September, type Target, usualTarget } from './plan.ts';
import { type SeptemberFacts, septemberFacts } from './read.ts';
import { lastRollover, type Rollover } from './store.ts';

const PAGE = '/desk/parents/september';
const SHOWN = 200;

const cohortName = (cohort: Cohort, { classes, nation }: SeptemberFacts): string => {
  const own = classes.find((each) => each.id === cohort.classId);
  const year = cohort.year === '' ? 'year not known' : yearName(nation, cohort.year);
  return `${own?.name ?? ''}, ${year}`;
};

const targetName = (target: Target, { classes }: SeptemberFacts): string => {
  if (target === 'leave') return 'leaves the school';
  return typeof target === 'string'
    ? (classes.find((each) => each.id === target)?.name ?? '')
    : `${target.add} (new class)`;
};

/** Where each class's children go in September; nothing changes before it is confirmed on the next page. */
export async function stepsPage(context: StaffContext<NoParams>, form: FormState = emptyForm): Promise<Page> {
  const facts = await septemberFacts(context.work);
  const last = await lastRollover(context.work);
  const usual = facts.cohorts.flatMap((cohort) => {
    const target = usualTarget(cohort, facts.classes, facts.nation);
    return typeof target === 'string' ? [[`to.${cohortKey(cohort)}`, target] as const] : [];
  });
  const state = { values: { ...Object.fromEntries(usual), ...form.values }, errors: form.errors };
  const items = [
    { value: 'leave', label: 'They leave the school' },
    ...facts.classes.map(({ id, name }) => ({ value: id, label: name })),
    { value: 'new', label: 'A new class' },
  ];
  return context.page({
    room: '/desk/parents',
    title: 'Move up in September',
    errors: form.errors,
    back: { href: '/desk/parents', label: 'Parents' },
    children: (
      <>
        {context.flash.done === 'done' && (
          <Notice kind="success">
            <p>The classes have moved up.</p>
          </Notice>
        )}
        <h1>Move up in September</h1>
        {last && <LastPart last={last} once={context.once} />}
        <p>
          Say where the children of each class go. You see every change before it counts. Bring the list of
          new families in afterwards.
        </p>
        {facts.classes.length === 0 ? (
          <EmptyState
            title="No classes yet"
            action={{ href: '/desk/groups/classes', label: 'List the classes' }}
          >
            <p>Each class will be here, with where its children usually go.</p>
          </EmptyState>
        ) : (
          <Form action={PAGE} once={context.once}>
            {facts.cohorts.map((cohort) => {
              const key = cohortKey(cohort);
              return (
                <Fieldset legend={cohortName(cohort, facts)}>
                  <Select
                    form={state}
                    name={`to.${key}`}
                    label="Where they go"
                    hint={formatCount(cohort.places, 'parent is on the list', 'parents are on the list')}
                    placeholder="Choose a class"
                    items={items}
                  />
                  <TextInput
                    form={state}
                    name={`new.${key}`}
                    label="Name, if it is a new class"
                    optional
                    width={20}
                  />
                </Fieldset>
              );
            })}
            <Button>Show what would change</Button>
          </Form>
        )}
        <p>
          Not the right years? <a href="/desk/parents/years">Change the years of the classes</a> first.
        </p>
      </>
    ),
  });
}

function LastPart({ last, once }: { readonly last: Rollover; readonly once: string }) {
  if (last.undoneAt) return <p>The last move was undone on {formatDateTime(last.undoneAt)}.</p>;
  return (
    <>
      <InsetText>
        The classes moved up on {formatDateTime(last.doneAt)}: {formatCount(last.moved, 'place', 'places')}{' '}
        moved, {formatCount(last.left, 'parent', 'parents')} left. Moderators said yes for another class:{' '}
        <a href="/desk/groups/carry-on">ask them whether they carry on</a>.
      </InsetText>
      {last.undoable ? (
        <Form action={`${PAGE}/undo`} once={once}>
          <Button kind="warning">Undo the whole move</Button>
        </Form>
      ) : (
        <p>It can no longer be undone, because parents, classes or groups were changed since.</p>
      )}
    </>
  );
}

/** Every change of the roll-over, to be confirmed once. */
export function reviewPage(
  context: StaffContext<NoParams>,
  facts: SeptemberFacts,
  plan: September,
  values: FormState['values'],
  steps: readonly (Cohort & { readonly to: Target })[],
): Page {
  const archived = plan.groups.filter((each) => each.classes.length === 0);
  return context.page({
    room: '/desk/parents',
    title: 'Look at it before it counts',
    back: { href: PAGE },
    children: (
      <>
        <h1>Look at it before it counts</h1>
        <Table
          caption="Classes"
          columns={[{ header: 'Now' }, { header: 'From September' }, { header: 'Parents', numeric: true }]}
          rows={steps.map((step) => [cohortName(step, facts), targetName(step.to, facts), step.places])}
          empty=""
        />
        {plan.years.size > 0 && (
          <Table
            caption="Years of classes that change"
            columns={[{ header: 'Class' }, { header: 'Years' }]}
            rows={[...plan.years].map(([key, years]) => [
              facts.classes.find((each) => each.id === key)?.name ?? `${key} (new class)`,
              years.map((year) => yearName(facts.nation, year)).join(', '),
            ])}
            empty=""
          />
        )}
        <Table
          caption="Groups"
          columns={[{ header: 'Now' }, { header: 'From September' }, { header: 'Classes' }]}
          rows={plan.groups.map(({ group, name, classes }) => [
            <bdi>{group.name}</bdi>,
            classes.length === 0 ? 'archived' : <bdi>{name}</bdi>,
            classes.map((each) => targetName(each, facts)).join(', ') || 'none',
          ])}
          empty={<p>No class or year groups are registered.</p>}
        />
        <Table
          caption={`Parents who leave (${plan.leavers.length})`}
          columns={[{ header: 'Name' }, { header: 'Classes until now' }]}
          rows={plan.leavers
            .slice(0, SHOWN)
            .map((each) => [<Name>{each.name}</Name>, placesWords(each.places, facts.classes, facts.nation)])}
          empty={<p>No parent leaves.</p>}
        />
        {plan.leavers.length > SHOWN && <p>The first {SHOWN} are shown.</p>}
        {archived.length + plan.leavers.length > 0 && (
          <WarningText>
            {formatCount(plan.leavers.length, 'parent leaves', 'parents leave')} and{' '}
            {formatCount(archived.length, 'group is archived', 'groups are archived')}.
          </WarningText>
        )}
        <p>
          The names of groups change on this register only: tell the moderators to change them in WhatsApp.
          All of it can be undone as long as nothing else was changed.
        </p>
        <Form action={`${PAGE}/confirm`} once={context.once}>
          <Hidden values={{ ...values, state: facts.state }} except={['once']} />
          <ButtonGroup>
            <Button>Move the classes up</Button>
            <ButtonLink href={PAGE} kind="secondary">
              Go back
            </ButtonLink>
          </ButtonGroup>
        </Form>
      </>
    ),
  });
}
