import { type FormState, Radios, TextArea, TextInput } from '../ui/index.ts';
import { NATION_NAMES, NATIONS, PHASE_NAMES, PHASES } from './profile.ts';

interface PartProps {
  readonly form: FormState;
}

/** What the school is called and what kind it is. */
export function SchoolPart({ form }: PartProps) {
  return (
    <>
      <TextInput
        form={form}
        name="name"
        label="Name of the school"
        hint="As parents know it"
        autocomplete="organization"
      />
      <Radios
        form={form}
        name="nation"
        label="Nation"
        items={NATIONS.map((value) => ({ value, label: NATION_NAMES[value] }))}
      />
      <Radios
        form={form}
        name="phase"
        label="Kind of school"
        items={PHASES.map((value) => ({ value, label: PHASE_NAMES[value] }))}
      />
      <TextInput
        form={form}
        name="urn"
        label="The school’s number"
        hint="In its nation’s register of schools; in England the URN"
        inputmode="numeric"
        optional
        width={10}
      />
    </>
  );
}

/** How to reach the school. */
export function ContactPart({ form }: PartProps) {
  return (
    <>
      <TextArea
        form={form}
        name="address"
        label="Address"
        hint="As on a letter"
        rows={4}
        autocomplete="street-address"
      />
      <TextInput form={form} name="phone" label="Phone number" type="tel" autocomplete="tel" width={20} />
      <TextInput form={form} name="officeEmail" label="Email address of the office" type="email" />
      <TextInput
        form={form}
        name="concernEmail"
        label="Email address for concerns"
        hint="The one your policy gives. It can be the same as the office’s."
        type="email"
      />
      <TextInput form={form} name="website" label="The school’s website" optional width={30} />
      <TextInput
        form={form}
        name="board"
        label="What the governing body is called"
        hint="For example: the Board of Governors"
      />
    </>
  );
}

/** Who is told when a child may not be safe. */
export function SafeguardingPart({ form }: PartProps) {
  return (
    <>
      <TextInput form={form} name="leadName" label="Name of the safeguarding lead" autocomplete="off" />
      <TextInput form={form} name="leadPhone" label="Phone number" type="tel" width={20} />
      <TextInput form={form} name="leadEmail" label="Email address" type="email" />
    </>
  );
}
