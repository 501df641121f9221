import { type Page, type StaffContext, wrong } from '../edge/contexts.ts';
import { type NoParams, noParams, type Routes } from '../edge/routes.ts';
import { emptyForm, type FormState } from '../ui/index.ts';
import { formFrom } from './fields.ts';
import { REGISTER_BYTES, RegisterForm, readRegister, registerForm } from './register-form.tsx';
import { schoolPage } from './settings-page.tsx';

const HERE = '/desk/settings/school/register';

function registerPage(context: StaffContext<NoParams>, form: FormState): Page {
  const values = { urn: context.school.profile.urn ?? '', ...form.values };
  return context.page({
    room: '/desk/settings',
    title: 'Fill in from the register of schools',
    errors: form.errors,
    back: { href: '/desk/settings/school' },
    children: <RegisterForm action={HERE} once={context.once} form={{ values, errors: form.errors }} />,
  });
}

/** Fills in the school's details from the register; they are saved only from their own form. */
export function registerRoutes(routes: Routes): void {
  const edit = { may: 'school.edit', params: noParams } as const;
  routes.staffPage(HERE, { ...edit, show: (context) => registerPage(context, emptyForm) });
  routes.staffAct(HERE, {
    ...edit,
    size: REGISTER_BYTES,
    repeatable: true,
    form: registerForm,
    act: async (context, sent) => {
      const read = await readRegister(sent);
      if ('errors' in read) return wrong(read.errors);
      const { name, profile } = context.school;
      return schoolPage(context, { values: { ...formFrom(name, profile), ...read.values }, errors: {} });
    },
    again: registerPage,
  });
}
