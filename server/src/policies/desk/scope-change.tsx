import { allClauses, setAudience, setLinkedPolicies, setQuietHours } from '@handbell/policy';
import { Select, TextArea, TextInput, textValue } from '../../ui/index.ts';
import { type Change, type FormValues, linesOf } from './change.ts';

const text = (values: FormValues, name: string) => textValue({ values, errors: {} }, name).trim();
const LONGEST = 200;

/** Lines of a box, none of them too long; undefined when one is. */
function shortLines(values: FormValues, name: string): readonly string[] | undefined {
  const lines = linesOf(text(values, name));
  return lines.some((line) => line.length > LONGEST) || lines.length > 30 ? undefined : lines;
}

/** Whom the expectations bind. */
export const audienceChange: Change = {
  title: 'Whom does the policy bind?',
  keep: 'It is right as it is',
  initial: ({ audience }) => ({ audience: audience.join('\n') }),
  fields: (_document, form) => (
    <TextArea
      form={form}
      name="audience"
      label="Whom does the policy bind?"
      hint="One a line, as the policy calls them, such as parents, carers, other visitors."
      optional
    />
  ),
  edit: (document, values) => {
    const lines = shortLines(values, 'audience');
    if (!lines) return { errors: { audience: 'Use at most 30 lines of 200 characters' } };
    return { document: setAudience(document, lines) };
  },
};

/** Which other policies of the school it names. */
export const linkedChange: Change = {
  title: 'Which other policies does it name?',
  keep: 'It is right as it is',
  initial: ({ linkedPolicies }) => ({ linked: linkedPolicies.map(({ name }) => name).join('\n') }),
  fields: (_document, form) => (
    <TextArea
      form={form}
      name="linked"
      label="Which other policies does it name?"
      hint="One a line, by the school’s own names. Say where they can be read on the page “How the policy is shown”."
      optional
    />
  ),
  edit: (document, values) => {
    const lines = shortLines(values, 'linked');
    if (!lines) return { errors: { linked: 'Use at most 30 lines of 200 characters' } };
    return { document: setLinkedPolicies(document, lines) };
  },
};

/** A time of day as people type it ("9pm", "21.00", "7:30 am"), as 24-hour time; undefined when it is none. */
export function typedTime(typed: string): string | undefined {
  const match = /^(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?$/iu.exec(typed.trim());
  if (!match) return undefined;
  const [, hours = '', minutes = '00', half] = match;
  const said = Number(hours);
  if (half !== undefined && (said < 1 || said > 12)) return undefined;
  const hour = half === undefined ? said : (said % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  if (hour > 23 || Number(minutes) > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${minutes}`;
}

/** The hours in which nobody should post. */
export const hoursChange: Change = {
  title: 'Are there quiet hours?',
  keep: 'It is right as it is',
  initial: ({ quietHours }) => ({
    from: quietHours?.from ?? '',
    to: quietHours?.to ?? '',
    clause: quietHours?.clauseId ?? '',
  }),
  fields: (document, form) => (
    <>
      <h1>Are there quiet hours?</h1>
      <p>Hours in which nobody should post. Leave the times empty if the policy has none.</p>
      <TextInput form={form} name="from" label="From" width={5} hint="Such as 21:00 or 9pm." optional />
      <TextInput form={form} name="to" label="Until" width={5} hint="Such as 07:00." optional />
      <Select
        form={form}
        name="clause"
        label="Which clause says so?"
        placeholder="Choose a clause"
        items={allClauses(document).map(({ id, ref, text: words }) => ({
          value: id,
          label: `${ref} ${words.length > 70 ? `${words.slice(0, 70)}…` : words}`,
        }))}
        optional
      />
    </>
  ),
  edit: (document, values) => {
    const [typed, until, clauseId] = [text(values, 'from'), text(values, 'to'), text(values, 'clause')];
    if (typed === '' && until === '') return { document: setQuietHours(document, undefined) };
    const [from, to] = [typedTime(typed), typedTime(until)];
    if (from === undefined) return { errors: { from: 'Enter a time, such as 21:00' } };
    if (until !== '' && to === undefined) return { errors: { to: 'Enter a time, such as 07:00' } };
    if (clauseId === '') return { errors: { clause: 'Choose the clause that says so' } };
    return { document: setQuietHours(document, { from, ...(to !== undefined && { to }), clauseId }) };
  },
};
