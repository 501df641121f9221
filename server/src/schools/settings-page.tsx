import type { Page, StaffContext } from '../edge/contexts.ts';
import type { NoParams } from '../edge/routes.ts';
import { Button, Form, type FormState } from '../ui/index.ts';
import { ContactPart, SafeguardingPart, SchoolPart } from './form-parts.tsx';

/** The school's details, as its public pages show them. */
export function schoolPage(context: StaffContext<NoParams>, form: FormState): Page {
  return context.page({
    room: '/desk/settings',
    title: 'School details',
    errors: form.errors,
    back: { href: '/desk/settings' },
    children: (
      <>
        <h1>School details</h1>
        <p>Everybody can see these on the school’s pages in Handbell.</p>
        {context.school.profile.nation === 'england' && (
          <p>
            <a href="/desk/settings/school/register">Fill in from the register of schools</a>
          </p>
        )}
        <Form action="/desk/settings/school" once={context.once}>
          <SchoolPart form={form} />
          <h2>How people reach the school</h2>
          <ContactPart form={form} />
          <h2>If a child may not be safe</h2>
          <SafeguardingPart form={form} />
          <Button>Save</Button>
        </Form>
      </>
    ),
  });
}
