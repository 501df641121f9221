import type { Page, StaffContext } from '../../edge/contexts.ts';
import { listGroups } from '../../groups/store.ts';
import {
  Button,
  DateInput,
  Fieldset,
  Form,
  type FormState,
  formatDate,
  InsetText,
  Panel,
  Radios,
  Select,
  TextArea,
  TextInput,
} from '../../ui/index.ts';
import { AWARENESS, CONCERN_CHANNELS, CONCERN_MODES, OTHER_PLACES, YES_NO_UNSURE } from '../kinds.ts';
import { ABOUT_NAMES, AWARENESS_NAMES, CHANNEL_NAMES, PLACE_NAMES, YES_NO_UNSURE_NAMES } from '../labels.ts';
import { CONCERN_ABOUT } from '../rules.ts';
import { WORDS_MOST } from '../tell/fields.ts';
import { TOLD_NAMES } from './told-names.ts';

/** The ways a concern is written down by staff: the parents' page is not one of them. */
export const STAFF_CHANNELS = CONCERN_CHANNELS.filter((channel) => channel !== 'web');

const yesNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

/** The form for a concern that somebody tells the office. */
export async function logPage(context: StaffContext<object>, form: FormState): Promise<Page> {
  const groups = await listGroups(context.work);
  const places = [
    ...groups.map((group) => ({ value: group.id, label: group.name })),
    ...OTHER_PLACES.map((value) => ({ value, label: PLACE_NAMES[value] })),
  ];
  return context.page({
    room: '/desk/concerns',
    title: 'Write down a concern',
    errors: form.errors,
    back: { href: '/desk/concerns', label: 'Concerns' },
    children: (
      <>
        <h1>Write down a concern</h1>
        <InsetText>
          Write what the person says, word for word, while they are with you or on the line. Read it back to
          them. Do not look for messages yourself and do not ask anybody to: the school acts only on what
          people bring to it.
        </InsetText>
        <Form action="/desk/concerns/log" once={context.once}>
          <Radios
            form={form}
            name="danger"
            label="Is a child in danger right now?"
            hint="If so, call 999 first."
            items={yesNo}
          />
          <Radios
            form={form}
            name="channel"
            label="How did it reach the school?"
            items={STAFF_CHANNELS.map((value) => ({ value, label: CHANNEL_NAMES[value] }))}
          />
          <Radios
            form={form}
            name="awareness"
            label="How did the school come to know?"
            items={AWARENESS.map((value) => ({ value, label: AWARENESS_NAMES[value] }))}
          />
          <TextArea
            form={form}
            name="words"
            label="What was said, word for word"
            rows={10}
            maxWords={WORDS_MOST}
          />
          <Select
            form={form}
            name="about"
            label="Whom is it about?"
            placeholder="Choose"
            items={CONCERN_ABOUT.map((value) => ({ value, label: ABOUT_NAMES[value] }))}
          />
          <Select form={form} name="place" label="Where was it?" placeholder="Choose" items={places} />
          <TextInput
            form={form}
            name="placeName"
            label="Name of the group, if it is another one"
            width={20}
            optional
          />
          <DateInput form={form} name="when" label="The day of the words" optional />
          <TextInput form={form} name="whenWords" label="Or roughly when" optional />
          <TextInput
            form={form}
            name="subject"
            label="Who wrote or said it, as the person told you"
            optional
          />
          <Radios
            form={form}
            name="childWriter"
            label="Could the writer be a child?"
            items={YES_NO_UNSURE.map((value) => ({ value, label: YES_NO_UNSURE_NAMES[value] }))}
          />
          <Radios
            form={form}
            name="mode"
            label="How does the person want to tell us?"
            hint="Read out the limits: if a child may be at risk, or for the police or a court, the school may have to say who it was. The person it is about may guess."
            items={CONCERN_MODES.map((value) => ({ value, label: TOLD_NAMES[value] }))}
          />
          <Fieldset legend="The person who is concerned">
            <p>Locked away when you send this. Leave it empty when they want to stay anonymous.</p>
            <TextInput form={form} name="name" label="Name" autocomplete="off" optional />
            <TextInput
              form={form}
              name="email"
              label="Email address"
              type="email"
              autocomplete="off"
              optional
            />
            <TextInput
              form={form}
              name="phone"
              label="Phone number"
              type="tel"
              autocomplete="off"
              width={20}
              optional
            />
          </Fieldset>
          <Button>Keep this concern</Button>
        </Form>
      </>
    ),
  });
}

/** What was kept, with the code for the one who told it: shown once. */
export function loggedPage(context: StaffContext<object>): Page {
  const { code, by } = context.flash;
  const shown = code !== undefined && by !== undefined;
  return context.page({
    room: '/desk/concerns',
    title: 'The concern is kept',
    back: { href: '/desk/concerns', label: 'Concerns' },
    children: shown ? (
      <>
        <Panel title="The concern is kept">
          <p>The person’s code</p>
          <p>
            <strong class="hb-code">{code}</strong>
          </p>
        </Panel>
        <p>
          Give this code to the person, and nobody else. With it they can see where things stand, at{' '}
          <code>{`${context.services.origin}/s/${context.school.slug}/concern/return`}</code>. It is shown
          only once.
        </p>
        <p>
          Tell them: somebody will have read it by <strong>{formatDate(by)}</strong>.
        </p>
        <p>
          Next, whoever deals with it reads it and answers the safeguarding question today.{' '}
          <a href="/desk/concerns">Go to the concerns</a>
        </p>
      </>
    ) : (
      <>
        <h1>The concern is kept</h1>
        <p>The code was shown once. Nobody can look it up.</p>
      </>
    ),
  });
}
