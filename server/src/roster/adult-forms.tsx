import type { Page, StaffContext } from '../edge/contexts.ts';
import type { NoParams } from '../edge/routes.ts';
import { listClasses } from '../groups/classes-store.ts';
import { idSchema } from '../platform/ids.ts';
import { NATION_NAMES } from '../schools/profile.ts';
import { YEAR_GROUPS } from '../schools/years.ts';
import {
  Button,
  Checkbox,
  Checkboxes,
  EmptyState,
  emptyForm,
  Form,
  type FormState,
  Hidden,
  InsetText,
  Name,
  Select,
  TextInput,
} from '../ui/index.ts';
import type { Adult } from './adult.ts';
import { likeness, theAdult } from './adult-page.tsx';
import { type AdultParams, placeChoices, placeValue } from './fields.ts';
import { findAdult, listAdults } from './read.ts';
import { rosterSettings } from './settings-store.ts';
import { placeWords } from './words.ts';

interface FieldsProps {
  readonly form: FormState;
  readonly context: StaffContext<object>;
  readonly adult?: Adult | undefined;
}

/** The fields of an entry. */
async function entryFields({ form, context, adult }: FieldsProps) {
  const { work, school } = context;
  const classes = await listClasses(work);
  const { phones } = await rosterSettings(work);
  const { nation } = school.profile;
  return (
    <>
      <TextInput form={form} name="name" label="Name" hint="As they write it" autocomplete="off" width={30} />
      <TextInput
        form={form}
        name="email"
        label="Address for mail"
        hint="Without one they get a paper slip"
        type="email"
        optional
        autocomplete="off"
        width={30}
      />
      {(phones || adult?.phone) && (
        <TextInput
          form={form}
          name="phone"
          label="Phone number"
          type="tel"
          optional
          autocomplete="off"
          width={20}
        />
      )}
      {classes.length === 0 ? (
        <InsetText>
          The school’s classes are not listed yet. <a href="/desk/groups/classes">List the classes</a>.
        </InsetText>
      ) : (
        <Checkboxes
          form={form}
          name="places"
          label="Classes of their children"
          items={placeChoices(classes, adult?.places).map((place) => ({
            value: placeValue(place),
            label: <bdi>{placeWords(place, classes, nation)}</bdi>,
          }))}
        />
      )}
    </>
  );
}

/** Adds a parent by hand, alone or to somebody's household. */
export async function newPage(context: StaffContext<NoParams>, form: FormState = emptyForm): Promise<Page> {
  const asked = idSchema<'adult'>().safeParse(form.values.with ?? context.request.query.with);
  const other = asked.success ? await findAdult(context.work, asked.data) : undefined;
  const fields = await entryFields({ form, context });
  return context.page({
    room: '/desk/parents',
    title: 'Add a parent',
    errors: form.errors,
    back: { href: other ? `/desk/parents/${other.id}` : '/desk/parents' },
    children: (
      <>
        <h1>Add a parent</h1>
        {other && (
          <p>
            In the household of <Name>{other.name}</Name>.
          </p>
        )}
        <Form action="/desk/parents/new" once={context.once}>
          {other && <Hidden values={{ with: other.id }} />}
          {fields}
          <Button>Add</Button>
        </Form>
      </>
    ),
  });
}

/** Changes what is kept about a parent. */
export async function changePage(context: StaffContext<AdultParams>, form?: FormState): Promise<Page> {
  const adult = await theAdult(context);
  const { name, email, phone } = adult;
  const values = { name, email, phone, places: adult.places.map(placeValue), version: String(adult.version) };
  const state = form ?? { values, errors: {} };
  const fields = await entryFields({ form: state, context, adult });
  const version = state.values.version ?? String(adult.version);
  const base = `/desk/parents/${adult.id}`;
  return context.page({
    room: '/desk/parents',
    title: 'Change an entry',
    errors: state.errors,
    back: { href: base },
    children: (
      <>
        <h1>
          Change the entry of <Name>{adult.name}</Name>
        </h1>
        <Form action={`${base}/change`} once={context.once}>
          <Hidden values={{ version }} />
          {fields}
          <Button>Save</Button>
        </Form>
      </>
    ),
  });
}

/** Makes one of two entries about the same person. */
export async function mergePage(
  context: StaffContext<AdultParams>,
  form: FormState = emptyForm,
): Promise<Page> {
  const adult = await theAdult(context);
  const like = await likeness(context, adult);
  const first = new Set(like.map((each) => each.id));
  const others = (await listAdults(context.work, { who: 'all' })).filter(
    (each) => each.id !== adult.id && !first.has(each.id),
  );
  const label = (each: Adult) => [each.name, each.email].filter((part) => part !== '').join(', ');
  const [likely] = like;
  const values = { other: likely?.id ?? '', ...form.values };
  const base = `/desk/parents/${adult.id}`;
  return context.page({
    room: '/desk/parents',
    title: 'Make one of two entries',
    errors: form.errors,
    back: { href: base },
    children: (
      <>
        <h1>
          Who is <Name>{adult.name}</Name> as well?
        </h1>
        <p>
          This entry keeps its name. It takes an address from the other if it has none, and gets the classes
          of both. The other entry is gone then, and this cannot be undone.
        </p>
        {like.length + others.length === 0 ? (
          <EmptyState title="Nobody else is on the list">
            <p>There is no second entry to join with this one.</p>
          </EmptyState>
        ) : (
          <Form action={`${base}/merge`} once={context.once}>
            <Hidden values={{ version: String(adult.version) }} />
            <Select
              form={{ values, errors: form.errors }}
              name="other"
              label="The other entry"
              placeholder="Choose a person"
              items={[
                ...like.map((each) => ({ value: each.id, label: `${label(each)} (alike)` })),
                ...others.map((each) => ({ value: each.id, label: label(each) })),
              ]}
            />
            <Button>Make one of both</Button>
          </Form>
        )}
      </>
    ),
  });
}

/** Which years are in which class: what the September roll-over goes by. */
export async function yearsPage(context: StaffContext<NoParams>, form?: FormState): Promise<Page> {
  const { nation } = context.school.profile;
  const classes = await listClasses(context.work);
  const values = Object.fromEntries(classes.map(({ id, years }) => [id, years]));
  const state = form ?? { values, errors: {} };
  return context.page({
    room: '/desk/parents',
    title: 'Years of the classes',
    errors: state.errors,
    back: { href: '/desk/parents' },
    children: (
      <>
        <h1>Years of the classes</h1>
        <p>
          Lists can be narrowed by year, and in September classes move up by these. Tick several for a mixed
          class. The years are those of {NATION_NAMES[nation]}.
        </p>
        {classes.length === 0 ? (
          <EmptyState
            title="No classes yet"
            action={{ href: '/desk/groups/classes', label: 'List the classes' }}
          >
            <p>Each class will be here with the years that are in it.</p>
          </EmptyState>
        ) : (
          <Form action="/desk/parents/years" once={context.once}>
            {classes.map(({ id, name }) => (
              <Checkboxes
                form={state}
                name={id}
                label={name}
                items={YEAR_GROUPS[nation].map(({ code, name: year }) => ({ value: code, label: year }))}
              />
            ))}
            <Button>Save the years</Button>
          </Form>
        )}
      </>
    ),
  });
}

/** What the school keeps about parents beyond the least. */
export async function settingsPage(context: StaffContext<NoParams>, form?: FormState): Promise<Page> {
  const { phones } = await rosterSettings(context.work);
  const state = form ?? { values: phones ? { phones: 'yes' } : {}, errors: {} };
  return context.page({
    room: '/desk/parents',
    title: 'What is kept about parents',
    back: { href: '/desk/parents' },
    children: (
      <>
        <h1>What is kept about parents</h1>
        <p>
          A name, an address for mail and the classes of their children. Numbers of pupils, dates of birth,
          home addresses, court orders and everything about a child’s health or needs are never taken, even
          when a list has them.
        </p>
        <Form action="/desk/parents/settings" once={context.once}>
          <Checkbox
            form={state}
            name="phones"
            label="Keep parents’ phone numbers too"
            hint="Handbell does not need them: it never rings or texts anybody. Tick this only if your office wants them beside the names, and your privacy notice says so."
          />
          <Button>Save</Button>
        </Form>
      </>
    ),
  });
}
