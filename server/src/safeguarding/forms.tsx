import type { Child } from 'hono/jsx';
import type { ConcernId } from '../concerns/rules.ts';
import {
  Button,
  Checkbox,
  Details,
  errorOf,
  Form,
  type FormState,
  Hidden,
  Radios,
  Select,
  TextArea,
  TextInput,
} from '../ui/index.ts';
import { DECISION_NAMES, DECISIONS, RECORD_SYSTEMS, SYSTEM_NAMES } from './kinds.ts';

export interface RecordFormProps {
  readonly id: ConcernId;
  readonly version: number;
  readonly once: string;
  readonly form: FormState;
}

/** A form that does one thing on a safeguarding record. */
export function RecordForm({
  id,
  version,
  once,
  act,
  children,
}: RecordFormProps & { readonly act: string; readonly children: Child }) {
  return (
    <Form action={`/desk/safeguarding/${id}/${act}`} once={once}>
      <Hidden values={{ version: String(version) }} />
      {children}
    </Form>
  );
}

/** What is decided and why, written down whichever it is; the hold comes off with it when the lead says so. */
export function DecideForm({ held, ...props }: RecordFormProps & { readonly held: boolean }) {
  return (
    <RecordForm {...props} act="decide">
      <h2>Decide</h2>
      <Radios
        form={props.form}
        name="decision"
        label="What do you decide?"
        items={DECISIONS.map((value) => ({ value, label: DECISION_NAMES[value] }))}
      />
      <TextArea
        form={props.form}
        name="rationale"
        label="Why, also when it was nothing"
        hint="Only this room reads it"
        rows={5}
      />
      {held && (
        <Checkbox
          form={props.form}
          name="release"
          label="Release the hold: the school may go on with the concern"
          hint="Leave it on while speaking to a parent could put a child at risk"
        />
      )}
      <Button>Save the decision</Button>
    </RecordForm>
  );
}

/** Something for the chronology. */
export function NoteForm(props: RecordFormProps) {
  return (
    <RecordForm {...props} act="note">
      <TextArea
        form={props.form}
        name="note"
        label="Write into the chronology"
        hint="What was seen, said or done, by whom and when. Facts first, in people’s own words."
        rows={4}
      />
      <Button kind="secondary">Write it down</Button>
    </RecordForm>
  );
}

/** Where the child's own record is: this room never replaces it. */
export function PointerForm(props: RecordFormProps) {
  return (
    <Details
      summary="Where the child’s own record is"
      open={
        errorOf(props.form.errors, 'number') !== undefined ||
        errorOf(props.form.errors, 'system') !== undefined
      }
    >
      <RecordForm {...props} act="pointer">
        <Select
          form={props.form}
          name="system"
          label="Where"
          placeholder="Choose"
          items={RECORD_SYSTEMS.map((value) => ({ value, label: SYSTEM_NAMES[value] }))}
        />
        <TextInput
          form={props.form}
          name="number"
          label="Its number there"
          hint="The record’s number, not the child’s name"
          width={20}
        />
        <Button kind="secondary">Keep it</Button>
      </RecordForm>
    </Details>
  );
}

/** Marks it as an allegation about an adult who works with children. */
export function AllegeForm(props: RecordFormProps) {
  return (
    <Details
      summary="It is about an adult who works with children"
      open={errorOf(props.form.errors, 'allegation') !== undefined}
    >
      <RecordForm {...props} act="allege">
        <p>
          For an adult who may have harmed a child, may have committed a crime against one, or may not be
          suitable to work with children. The Head Teacher is told at once, or the Chair when it is about the
          Head. The way for parents stops for good.
        </p>
        <TextArea form={props.form} name="allegation" label="Why you think so" rows={3} />
        <Button kind="warning">Mark it and start the clock</Button>
      </RecordForm>
    </Details>
  );
}
