import { Button, Checkboxes, Details, errorOf, Radios, Select, TextArea } from '../../ui/index.ts';
import { YES_NO_UNSURE } from '../kinds.ts';
import { ABOUT_NAMES, YES_NO_UNSURE_NAMES } from '../labels.ts';
import { CONCERN_ABOUT, MARKED_SITUATIONS, type MarkedSituation } from '../rules.ts';
import { ActForm, type ActProps } from './act-form.tsx';

const MARKS: Readonly<Record<MarkedSituation, readonly [label: string, hint: string]>> = {
  'head-target': [
    'The words are aimed at the Head Teacher',
    'The Head Teacher has no part in it and will not see it any more.',
  ],
  'chair-target': [
    'The words are aimed at the Chair of Governors',
    'The Chair has no part in it. Aimed at both, it goes to the Clerk.',
  ],
  'staff-subject': [
    'The person it is about also works here',
    'What they do as staff and what they do as a parent stay apart. No case is opened.',
  ],
  'volunteer-subject': [
    'The person looks after the group, or is an officer of the PTA',
    'It is not given to them to settle.',
  ],
  'reporter-staff': [
    'The person who told us works here',
    'Ask whether they tell of wrongdoing: the law protects them if so.',
  ],
};

/** Who is in a concern: what decides who may deal with it. */
export function InvolvedForm(props: ActProps) {
  const { row } = props.record;
  const { errors } = props.form;
  const touched = errorOf(errors, 'wrongdoing') !== undefined || errorOf(errors, 'involved') !== undefined;
  const values = touched
    ? props.form.values
    : { ...props.form.values, about: row.about, childWriter: row.childWriter, involved: row.involved };
  const form = { values, errors };
  return (
    <Details summary="Who is in this? Change who may deal with it" open={touched}>
      <ActForm {...props} act="involved">
        <Select
          form={form}
          name="about"
          label="Whom is it really about?"
          hint="The person who wrote it or did it, not the person it was aimed at"
          items={CONCERN_ABOUT.map((value) => ({ value, label: ABOUT_NAMES[value] }))}
        />
        <Checkboxes
          form={form}
          name="involved"
          label="What else is true?"
          items={MARKED_SITUATIONS.map((value) => ({
            value,
            label: MARKS[value][0],
            hint: MARKS[value][1],
            ...(value === 'reporter-staff'
              ? {
                  conditional: (
                    <TextArea
                      form={form}
                      name="wrongdoing"
                      label="Do they tell of wrongdoing? What was done about that?"
                      rows={3}
                    />
                  ),
                }
              : {}),
          }))}
        />
        <Radios
          form={form}
          name="childWriter"
          label="Could a child have written it?"
          inline
          items={YES_NO_UNSURE.map((value) => ({ value, label: YES_NO_UNSURE_NAMES[value] }))}
        />
        <Button kind="secondary">Save who is in it</Button>
      </ActForm>
    </Details>
  );
}
