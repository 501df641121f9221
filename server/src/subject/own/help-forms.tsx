import type { Page } from '../../edge/contexts.ts';
import {
  Checkboxes,
  type FormState,
  formatDate,
  InsetText,
  Radios,
  TextArea,
  TextInput,
  UserText,
} from '../../ui/index.ts';
import type { Mine } from './mine.ts';
import { formPage } from './own-form.tsx';

export const TALK_WAYS = { phone: 'By phone', school: 'At school', online: 'Online' } as const;

/** Asking for a talk. */
export function talkPage(mine: Mine, form: FormState): Page {
  return formPage(mine, {
    path: '/talk',
    title: 'Ask to talk',
    button: 'Ask to talk',
    form,
    lead: (
      <p>
        You can bring somebody you trust. We pay for an interpreter if you want one. Somebody calls you to
        agree a time.
      </p>
    ),
    fields: (
      <>
        <Radios
          form={form}
          name="how"
          label="How would you like to talk?"
          items={Object.entries(TALK_WAYS).map(([value, label]) => ({ value, label }))}
        />
        <TextArea
          form={form}
          name="when"
          label="When does it suit you?"
          hint="For example: weekday evenings after 6pm; not on Fridays."
          rows={3}
        />
        <TextInput
          form={form}
          name="reach"
          label="How do we reach you?"
          hint="A phone number, if it is not the one we have."
          optional
        />
      </>
    ),
  });
}

export const NEEDS = {
  interpreter: 'An interpreter',
  'large-print': 'Large print',
  companion: 'Somebody beside me who speaks with me or for me',
  shorter: 'A shorter meeting, or breaks',
  questions: 'The questions in writing beforehand',
  time: 'A time that fits work or childcare',
  reading: 'Somebody who reads letters to me',
} as const;

/** Saying what would make it easier to take part: asked once of everybody (rule 35). */
export function needsPage(mine: Mine, form: FormState): Page {
  const said = mine.sent.findLast(({ kind }) => kind === 'needs' || kind === 'no-needs');
  return formPage(mine, {
    path: '/needs',
    title: 'What would help you?',
    button: 'Send to the school',
    form,
    lead: (
      <>
        <p>We ask everybody this once. You do not have to say why. It costs you nothing.</p>
        {said && (
          <InsetText>
            You told us on {formatDate(said.at)}:
            <UserText text={said.words} />
            What you send now takes its place.
          </InsetText>
        )}
      </>
    ),
    fields: (
      <>
        <Checkboxes
          form={form}
          name="needs"
          label="What would make it easier for you?"
          items={Object.entries(NEEDS).map(([value, label]) => ({ value, label }))}
        />
        <TextArea
          form={form}
          name="more"
          label="Which language, which time, or anything else"
          hint="Leave everything empty and send it if you need nothing special."
          optional
          rows={3}
        />
      </>
    ),
  });
}
