import { z } from 'zod';
import { go, goWith, type Page, type PlainContext, wrong } from '../edge/contexts.ts';
import { type NoParams, noParams, type Routes } from '../edge/routes.ts';
import { newId } from '../platform/ids.ts';
import type { Services } from '../platform/services.ts';
import { register } from '../platform/sign-in/accounts.ts';
import { linkUsed } from '../platform/web/refusal.ts';
import { profileFrom, schoolFields, slugFrom, wholeSchool } from '../schools/fields.ts';
import { ContactPart, SafeguardingPart, SchoolPart } from '../schools/form-parts.tsx';
import { findSchoolBySlug } from '../schools/store.ts';
import { Button, Checkboxes, emptyForm, Form, type FormState, Hidden, TextInput } from '../ui/index.ts';
import { emailField, nameField, newPasswordField, rolesField } from './fields.ts';
import { ROLE_TEXT, ROLES } from './roles.ts';
import { isGood, maySetUp, prefillOf, spend, takeRight } from './set-up-link.ts';
import { setUpRegisterRoutes } from './set-up-register.tsx';
import { addMember } from './store.ts';

const secretParams = z.object({ secret: z.string().regex(/^[A-Za-z0-9_-]{32}$/) });
type SecretParams = z.output<typeof secretParams>;

const USED = 'This set-up link has been used, or a newer one was made.';

function firstPage(context: PlainContext<SecretParams>, form: FormState): Page {
  return context.page({
    title: 'Set up Handbell',
    errors: form.errors,
    children: (
      <>
        <h1>Set up Handbell</h1>
        <p>
          First, an account for you: you become this Handbell’s administrator and can invite everybody else.
          Then we ask for your school’s details. It takes about ten minutes.
        </p>
        <Form action={`/set-up/${context.params.secret}`}>
          <TextInput form={form} name="name" label="Your name" autocomplete="name" />
          <TextInput
            form={form}
            name="email"
            label="Your work email address"
            type="email"
            autocomplete="username"
          />
          <TextInput
            form={form}
            name="password"
            label="Choose a password"
            hint="At least 12 characters. Three words you will remember are good."
            type="password"
            autocomplete="new-password"
          />
          <Button>Continue</Button>
        </Form>
      </>
    ),
  });
}

/** The steps of the school's form: what each shows, and what must be right before the next. */
const STEPS = ['school', 'contact', 'safeguarding', 'roles'] as const;
type Step = (typeof STEPS)[number];

const stepSchema = z.enum(STEPS).catch('school');
const rolesSchema = z.object({ roles: rolesField });

const TITLES: Readonly<Record<Step, string>> = {
  school: 'Your school',
  contact: 'How people reach the school',
  safeguarding: 'If a child may not be safe',
  roles: 'What you do at the school',
};

const NAMES: Readonly<Record<Step, readonly string[]>> = {
  school: Object.keys(schoolFields.school.shape),
  contact: Object.keys(schoolFields.contact.shape),
  safeguarding: Object.keys(schoolFields.safeguarding.shape),
  roles: ['roles'],
};

function Fields({ step, form }: { readonly step: Step; readonly form: FormState }) {
  switch (step) {
    case 'school':
      return (
        <>
          <p>
            In England you can <a href="/set-up/school/register">fill this in from the register of schools</a>
            .
          </p>
          <SchoolPart form={form} />
        </>
      );
    case 'contact':
      return <ContactPart form={form} />;
    case 'safeguarding':
      return (
        <>
          <p>This person’s name and number stand at the foot of every public page.</p>
          <SafeguardingPart form={form} />
        </>
      );
    case 'roles':
      return (
        <Checkboxes
          form={form}
          name="roles"
          label="Tick all that you are"
          hint="In a small school one person often has several. You can change this later."
          items={ROLES.map((value) => ({
            value,
            label: ROLE_TEXT[value].name,
            hint: ROLE_TEXT[value].about,
          }))}
        />
      );
  }
}

function stepPage(context: PlainContext<NoParams>, step: Step, form: FormState): Page {
  const number = STEPS.indexOf(step);
  return context.page({
    title: TITLES[step],
    errors: form.errors,
    children: (
      <>
        <p class="hb-caption">
          Step {number + 1} of {STEPS.length}
        </p>
        <h1>{TITLES[step]}</h1>
        <Form action="/set-up/school">
          <Hidden values={{ ...form.values, step }} except={[...NAMES[step], 'go']} />
          <Fields step={step} form={form} />
          <Button>{step === 'roles' ? 'Finish' : 'Continue'}</Button>
          {number > 0 && (
            <Button kind="secondary" name="go" value="back">
              Back
            </Button>
          )}
        </Form>
      </>
    ),
  });
}

/** A school's address that nobody has yet: the name's own, else with a number. */
async function freeSlug(services: Services, name: string): Promise<string> {
  const base = slugFrom(name);
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? base : `${base}-${number}`;
    if (!(await findSchoolBySlug(services.database.open, slug))) return slug;
  }
}

const postedSchema = z
  .object({ step: stepSchema, go: z.string().optional() })
  .catchall(z.union([z.string(), z.array(z.string())]));
type Posted = z.output<typeof postedSchema>;

function faults(result: z.ZodSafeParseResult<unknown>): Readonly<Record<string, string>> {
  const issues = (result.error?.issues ?? []).toReversed();
  return Object.fromEntries(issues.map((issue) => [String(issue.path[0]), issue.message]));
}

/** Goes one page on or back, keeping every answer on the page itself; nothing is saved before the last. */
async function takeStep(context: PlainContext<NoParams>, posted: Posted) {
  const { account, services } = context;
  if (!account?.secondStep || !(await maySetUp(services.database.open, account.userId))) return go('/desk');
  const { go: button, step, ...values } = posted;
  const at = STEPS.indexOf(step);
  if (button === 'back') return stepPage(context, STEPS[at - 1] ?? 'school', { values, errors: {} });
  const checked = (step === 'roles' ? rolesSchema : schoolFields[step]).safeParse(values);
  if (!checked.success) return stepPage(context, step, { values, errors: faults(checked) });
  const next = STEPS[at + 1];
  if (next) return stepPage(context, next, { values, errors: {} });

  const whole = wholeSchool.safeParse(values);
  // Only possible when an earlier page's answer was tampered with on the way.
  if (!whole.success) return stepPage(context, 'school', { values, errors: faults(whole) });
  if (!(await takeRight(services.database.open, account.userId, services.clock))) return go('/desk');
  const { name } = whole.data;
  const row = {
    id: newId<'school'>(),
    slug: await freeSlug(services, name),
    name,
    createdAt: services.clock.now(),
  };
  const profile = profileFrom(whole.data);
  const { roles } = rolesSchema.parse(values);
  await services.worker.forNewSchool({ ...row, profile }, 'set-up', async (work) => {
    work.audit({ act: 'school.created', object: `school:${row.id}` });
    await addMember(
      work,
      { name: account.name, email: account.email, roles: [...new Set([...roles, 'admin' as const])] },
      account.userId,
    );
  });
  return go('/desk');
}

/** From the printed link to a school: an account, its second step, the school's details. */
export function setUpRoutes(routes: Routes): void {
  const { auth, database } = routes.services;

  routes.plainPage('/set-up/school', {
    params: noParams,
    show: async (context) => {
      if (!context.account) return go('/sign-in?next=/set-up/school');
      if (!context.account.secondStep) return go('/account/second-step');
      const allowed = await maySetUp(database.open, context.account.userId);
      const known = await prefillOf(database.open, context.account.userId);
      const start = { board: 'the Board of Governors', nation: 'england', roles: ['admin'], ...known };
      // What the register of schools told, when somebody comes from there.
      const values = { ...start, ...context.flash };
      return allowed ? stepPage(context, 'school', { values, errors: {} }) : go('/desk');
    },
  });
  routes.plainAct('/set-up/school', {
    params: noParams,
    limit: 'staff-write',
    form: postedSchema,
    act: takeStep,
    again: (context) => stepPage(context, 'school', emptyForm),
  });

  setUpRegisterRoutes(routes);

  routes.plainPage('/set-up/:secret', {
    params: secretParams,
    show: async (context) => {
      if (!(await isGood(database.open, context.params.secret))) throw linkUsed(USED);
      return firstPage(context, emptyForm);
    },
  });
  routes.plainAct('/set-up/:secret', {
    params: secretParams,
    form: z.object({ name: nameField, email: emailField, password: newPasswordField }),
    act: async ({ params }, person) => {
      if (!(await isGood(database.open, params.secret))) throw linkUsed(USED);
      const made = await register(auth, person);
      if (!made.ok)
        return wrong({
          email: 'There is an account with that address already. Sign in with it, or use another',
        });
      if (!(await spend(database.open, params.secret, made.userId))) throw linkUsed(USED);
      return goWith(made.cookies, '/account/second-step');
    },
    again: firstPage,
  });
}
