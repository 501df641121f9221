import { z } from 'zod';
import { ImportFault } from '../roster/import/fault.ts';
import { Button, FileUpload, Form, type FormState, TextInput } from '../ui/index.ts';
import { urnField } from './fields.ts';
import { findInRegister, registerValues } from './gias.ts';

/** The whole register of England has about 65 MB. */
export const REGISTER_BYTES = 96 * 1024 * 1024;

export const registerForm = z.object({ urn: urnField, file: z.file('Choose the register’s file') });

interface Shown {
  readonly action: string;
  readonly once: string | undefined;
  readonly form: FormState;
}

/** Where a school in England is filled in from the register of schools. */
export function RegisterForm({ action, once, form }: Shown) {
  return (
    <>
      <h1>Fill in from the register of schools</h1>
      <p>
        For schools in England: download your school from “Get Information about Schools” as CSV and send it
        here. You see what it says before it is saved. Names of heads are not read, and the file is not kept.
      </p>
      <Form action={action} once={once} multipart>
        <TextInput form={form} name="urn" label="The school’s number (URN)" inputmode="numeric" width={10} />
        <FileUpload form={form} name="file" label="The register’s file" accept=".csv" />
        <Button>Fill in the details</Button>
      </Form>
    </>
  );
}

type Read =
  | { readonly values: Readonly<Record<string, string>> }
  | { readonly errors: Readonly<Record<string, string>> };

/** The values of the school's form that the register has for a school, or what is wrong with the file or the number. */
export async function readRegister({ urn, file }: z.output<typeof registerForm>): Promise<Read> {
  try {
    const entry = findInRegister(new Uint8Array(await file.arrayBuffer()), urn);
    return entry
      ? { values: registerValues(entry) }
      : { errors: { urn: 'No school in this file has that number' } };
  } catch (error) {
    if (!(error instanceof ImportFault)) throw error;
    return { errors: { file: `${error.message} ${error.next}` } };
  }
}
