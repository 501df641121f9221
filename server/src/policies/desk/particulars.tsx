import {
  GROUP_TYPES,
  type GroupType,
  parsePartialDate,
  setDecider,
  setGroupTypes,
  setReviewDate,
  setTitle,
} from '@handbell/policy';
import { Checkboxes, listValue, TextInput, textValue } from '../../ui/index.ts';
import { GROUP_WORDS } from '../words.ts';
import type { Change, FormValues } from './change.ts';

const MOST_TITLE = 300;

const text = (values: FormValues, name: string) => textValue({ values, errors: {} }, name).trim();

/** What the policy is called. */
export const titleChange: Change = {
  title: 'What is the policy called?',
  keep: 'It is right as it is',
  initial: ({ title }) => ({ title }),
  fields: (_document, form) => (
    <TextInput form={form} name="title" label="What is the policy called?" heading />
  ),
  edit: (document, values) => {
    const title = text(values, 'title');
    if (title === '') return { errors: { title: 'Enter what the policy is called' } };
    if (title.length > MOST_TITLE) return { errors: { title: `Use at most ${MOST_TITLE} characters` } };
    return { document: setTitle(document, title) };
  },
};

const isGroupType = (value: string): value is GroupType => GROUP_TYPES.some((type) => type === value);

/** Which kinds of group it covers (S2, S3). */
export const groupsChange: Change = {
  title: 'Which groups does the policy cover?',
  keep: 'It is right as it is',
  initial: ({ groupTypes }) => ({ groups: [...groupTypes] }),
  fields: (_document, form) => (
    <Checkboxes
      form={form}
      name="groups"
      label="Which groups does the policy cover?"
      heading
      hint="Handbell only takes concerns about groups that the policy covers."
      items={GROUP_TYPES.map((value) => ({ value, label: GROUP_WORDS[value] }))}
    />
  ),
  edit: (document, values) => {
    const types = listValue({ values, errors: {} }, 'groups').filter(isGroupType);
    if (types.length === 0) return { errors: { groups: 'Choose at least one kind of group' } };
    return { document: setGroupTypes(document, types) };
  },
};

/** When it will be looked at again: a day, a month, or a term (S5, S6). */
export const reviewChange: Change = {
  title: 'When will the policy be reviewed?',
  keep: 'It says no date, and that is right',
  initial: ({ dates }) => ({ review: dates.review?.written ?? '' }),
  fields: (_document, form) => (
    <TextInput
      form={form}
      name="review"
      label="When will the policy be reviewed?"
      heading
      width={20}
      hint="As exact as you know it, such as 18 November 2027, November 2027 or Spring 2027. We remind you in time. Leave it empty if there is no date."
    />
  ),
  edit: (document, values) => {
    const written = text(values, 'review');
    if (written === '') return { document: setReviewDate(document, undefined) };
    const reading = parsePartialDate(written);
    if (!reading) {
      return { errors: { review: 'Enter a day, a month or a term with its year, such as Spring 2027' } };
    }
    if (reading.question)
      return { errors: { review: `${reading.question} Write it in words, such as 3 April 2027` } };
    return { document: setReviewDate(document, reading.date) };
  },
};

/** Who takes the final decision (S60). */
export const deciderChange: Change = {
  title: 'Who takes the final decision?',
  keep: 'The policy does not say, and that is right',
  initial: ({ decider }) => ({ decider: decider ?? '' }),
  fields: (_document, form) => (
    <TextInput
      form={form}
      name="decider"
      label="Who takes the final decision?"
      heading
      hint="As the policy calls them, such as Head Teacher. Leave it empty if the policy does not say."
    />
  ),
  edit: (document, values) => {
    const decider = text(values, 'decider');
    if (decider.length > 100) return { errors: { decider: 'Use at most 100 characters' } };
    return { document: setDecider(document, decider) };
  },
};
