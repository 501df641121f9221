import { type Go, go, type Page, type PlainContext, wrong } from '../edge/contexts.ts';
import { type NoParams, noParams, type Routes } from '../edge/routes.ts';
import { REGISTER_BYTES, RegisterForm, readRegister, registerForm } from '../schools/register-form.tsx';
import { emptyForm, type FormState } from '../ui/index.ts';
import { maySetUp } from './set-up-link.ts';

const HERE = '/set-up/school/register';
const SCHOOL = '/set-up/school';

function registerPage({ page }: PlainContext<NoParams>, form: FormState): Page {
  return page({
    title: 'Fill in from the register of schools',
    errors: form.errors,
    back: { href: SCHOOL },
    children: <RegisterForm action={HERE} once={undefined} form={form} />,
  });
}

/** Fills the first school's details in from the register, for whoever may set it up; nothing is saved. */
export function setUpRegisterRoutes(routes: Routes): void {
  const { database } = routes.services;
  const allowed = async ({ account }: PlainContext<NoParams>): Promise<boolean> =>
    account?.secondStep === true && (await maySetUp(database.open, account.userId));
  const show = async (context: PlainContext<NoParams>, form: FormState): Promise<Page | Go> =>
    (await allowed(context)) ? registerPage(context, form) : go(SCHOOL);
  routes.plainPage(HERE, { params: noParams, show: (context) => show(context, emptyForm) });
  routes.plainAct(HERE, {
    params: noParams,
    limit: 'staff-write',
    size: REGISTER_BYTES,
    form: registerForm,
    act: async (context, sent) => {
      if (!(await allowed(context))) return go(SCHOOL);
      const read = await readRegister(sent);
      return 'errors' in read ? wrong(read.errors) : go(SCHOOL, read.values);
    },
    again: show,
  });
}
