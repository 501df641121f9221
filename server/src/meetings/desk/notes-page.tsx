import type { Temporal } from 'temporal-polyfill';
import { dayValues, readDay } from '../../cases/fields.ts';
import { stepPage } from '../../cases/frame.tsx';
import { caseColleagues } from '../../cases/people-acts.ts';
import type { Page } from '../../edge/contexts.ts';
import type { MemberId } from '../../platform/ids.ts';
import { idSchema } from '../../platform/ids.ts';
import {
  Button,
  DateInput,
  type FieldErrors,
  Fieldset,
  Form,
  type FormState,
  formatTime,
  Radios,
  Select,
  TextArea,
  TextInput,
} from '../../ui/index.ts';
import type { MeetingAction, MeetingNotes } from '../plan.ts';
import type { Meeting } from '../store.ts';
import { meetingsHref } from './href.ts';
import { type MeetingContext, theMeeting } from './meeting-page.tsx';

const ACTIONS = [1, 2, 3, 4] as const;
/** The parent, among those who can take something on. */
const PARENT_OWNER = 'parent';

type Values = Readonly<Record<string, unknown>>;
const typed = (values: Values, name: string): string => {
  const value = values[name];
  return typeof value === 'string' ? value.trim() : '';
};

/** The actions on a form: each with who and by when. @param people who at the school can take one on */
export function readActions(
  values: Values,
  people: readonly MemberId[],
  today: Temporal.PlainDate,
): { readonly actions: MeetingAction[] } | { readonly errors: FieldErrors } {
  const actions: MeetingAction[] = [];
  for (const number of ACTIONS) {
    const what = typed(values, `what${number}`);
    if (what === '') continue;
    const chosen = typed(values, `who${number}`);
    const member = idSchema<'member'>().safeParse(chosen);
    const owner = member.success && people.includes(member.data) ? member.data : undefined;
    if (!owner && chosen !== PARENT_OWNER) return { errors: { [`who${number}`]: 'Choose who does it' } };
    const by = readDay(values, `by${number}`, 'future', today.subtract({ days: 1 }));
    if ('errors' in by) return { errors: by.errors };
    actions.push({ what, by: by.day, ...(owner ? { owner } : {}) });
  }
  return { actions };
}

function valuesOf(notes: MeetingNotes): Readonly<Record<string, string>> {
  const { attended, school, parent, agreed, disagreed, actions, began, ended, account } = notes;
  const points = Object.entries({ attended, school, parent, agreed, disagreed }).map(
    ([name, list]) => [name, list.join('\n')] as const,
  );
  const kept = actions.map(({ what, owner, by }, index) => ({
    [`what${index + 1}`]: what,
    [`who${index + 1}`]: owner ?? PARENT_OWNER,
    ...dayValues(`by${index + 1}`, by),
  }));
  return Object.assign({ began, ended, account }, Object.fromEntries(points), ...kept);
}

function startOf({ notes, startsAt, plan }: Meeting): Readonly<Record<string, string>> {
  if (notes) return valuesOf(notes);
  const attended = ['The parent', ...plan.attendees].join('\n');
  return startsAt ? { attended, began: formatTime(startsAt) } : { attended };
}

/** Where the notes of a meeting are written: points of each side, what both see alike, who does what (D5). */
export async function notesPage(context: MeetingContext, form: FormState): Promise<Page> {
  const { file, meeting } = await theMeeting(context);
  const start = { ...form, values: { ...startOf(meeting), ...form.values } };
  const people = (await caseColleagues(context.work, file.facts)).map(({ member, name }) => ({
    value: member,
    label: name,
  }));
  const area = (name: string, label: string, hint: string, optional = false) => (
    <TextArea form={start} name={name} label={label} hint={hint} rows={4} optional={optional} />
  );
  return stepPage({ ...context, params: { id: file.id } }, file, {
    title: 'Notes of the meeting',
    form,
    children: (
      <>
        <h1>Notes of the meeting</h1>
        <p>
          The parent gets a copy and can correct it. Write neutrally, in lines, and without names of other
          people. Quote hurtful words only where you must.
        </p>
        <Form action={`${meetingsHref(file.id, meeting.id)}/notes`} once={context.once} id="form">
          <input type="hidden" name="version" value={`${meeting.version}`} />
          {area('attended', 'Who was there?', 'A line for each, companions and interpreters too.')}
          <TextInput form={start} name="began" label="When did it begin?" hint="Such as 3.30pm" width={10} />
          <TextInput form={start} name="ended" label="When did it end?" width={10} />
          {area('school', 'What did you say?', 'A line for each point.')}
          {area('parent', 'What did the parent say?', 'A line for each point, as they said it.')}
          {area(
            'account',
            'What does the parent say happened?',
            'Their own account. Whoever decides reads it.',
          )}
          {meeting.state === 'agreed' && (
            <Radios
              form={start}
              name="ownWords"
              label="Do they say that the words are theirs?"
              items={[
                { value: 'yes', label: 'Yes' },
                { value: 'no', label: 'No, or it did not come up' },
              ]}
            />
          )}
          {area('agreed', 'What do you both see alike?', 'Facts, a line for each.', true)}
          {area('disagreed', 'What does each see in another way?', 'Facts, a line for each.', true)}
          <h2>Who does what</h2>
          {ACTIONS.map((number) => (
            <Fieldset legend={`Action ${number}`}>
              <TextInput form={start} name={`what${number}`} label="What is to be done?" optional />
              <Select
                form={start}
                name={`who${number}`}
                label="Who does it?"
                placeholder="Choose somebody"
                items={[{ value: PARENT_OWNER, label: 'The parent' }, ...people]}
              />
              <DateInput form={start} name={`by${number}`} label="By when?" />
            </Fieldset>
          ))}
          <Button>Keep the notes</Button>
        </Form>
      </>
    ),
  });
}
