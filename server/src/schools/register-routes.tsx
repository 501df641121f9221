import { z } from 'zod';
import { type Page, type StaffContext, wrong } from '../edge/contexts.ts';
import { type NoParams, noParams, type Routes } from '../edge/routes.ts';
import { ImportFault } from '../roster/import/fault.ts';
import { Button, emptyForm, FileUpload, Form, type FormState, TextInput } from '../ui/index.ts';
import { formFrom, urnField } from './fields.ts';
import { findInRegister, registerValues } from './gias.ts';
import { schoolPage } from './settings-page.tsx';

/** The whole register of England has about 65 MB. */
const SIZE = 96 * 1024 * 1024;

function registerPage(context: StaffContext<NoParams>, form: FormState): Page {
  const values = { urn: context.school.profile.urn ?? '', ...form.values };
  return context.page({
    room: '/desk/settings',
    title: 'Fill in from the register of schools',
    errors: form.errors,
    back: { href: '/desk/settings/school' },
    children: (
      <>
        <h1>Fill in from the register of schools</h1>
        <p>
          For schools in England: download your school from “Get Information about Schools” as CSV and send it
          here. You see what it says before it is saved. Names of heads are not read, and the file is not
          kept.
        </p>
        <Form action="/desk/settings/school/register" once={context.once} multipart>
          <TextInput
            form={{ values, errors: form.errors }}
            name="urn"
            label="The school’s number (URN)"
            inputmode="numeric"
            width={10}
          />
          <FileUpload form={form} name="file" label="The register’s file" accept=".csv" />
          <Button>Fill in the details</Button>
        </Form>
      </>
    ),
  });
}

/** Fills in the school's details from the register; they are saved only from their own form. */
export function registerRoutes(routes: Routes): void {
  const edit = { may: 'school.edit', params: noParams } as const;
  routes.staffPage('/desk/settings/school/register', {
    ...edit,
    show: (context) => registerPage(context, emptyForm),
  });
  routes.staffAct('/desk/settings/school/register', {
    ...edit,
    size: SIZE,
    repeatable: true,
    form: z.object({ urn: urnField, file: z.file('Choose the register’s file') }),
    act: async (context, { urn, file }) => {
      try {
        const entry = findInRegister(new Uint8Array(await file.arrayBuffer()), urn);
        if (!entry) return wrong({ urn: 'No school in this file has that number' });
        const { name, profile } = context.school;
        return schoolPage(context, {
          values: { ...formFrom(name, profile), ...registerValues(entry) },
          errors: {},
        });
      } catch (error) {
        if (!(error instanceof ImportFault)) throw error;
        return wrong({ file: `${error.message} ${error.next}` });
      }
    },
    again: registerPage,
  });
}
