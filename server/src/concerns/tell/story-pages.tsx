import type { Page } from '../../edge/contexts.ts';
import {
  Checkboxes,
  DateInput,
  Details,
  datePartNames,
  InsetText,
  Radios,
  TextArea,
  TextInput,
  textValue,
} from '../../ui/index.ts';
import { AFFECTED, YES_NO_UNSURE } from '../kinds.ts';
import { AFFECTED_NAMES, PLACE_NAMES, YES_NO_UNSURE_NAMES } from '../labels.ts';
import { WORDS_MOST } from './fields.ts';
import { type StepContext, stepPage } from './frame.tsx';

/** Where it was. */
export function placePage(at: StepContext): Page {
  const { form, groups } = at;
  return stepPage(at, {
    step: 'place',
    title: 'Where was it?',
    asks: ['place', 'placeName'],
    children: (
      <Radios
        form={form}
        name="place"
        label="Where was it?"
        heading
        items={[
          ...groups.map((group) => ({ value: group.id, label: <bdi>{group.name}</bdi> })),
          {
            value: 'other-group',
            label: PLACE_NAMES['other-group'],
            conditional: <TextInput form={form} name="placeName" label="Which group?" width={20} optional />,
          },
          { value: 'direct', label: PLACE_NAMES.direct },
          { value: 'email', label: PLACE_NAMES.email },
          { value: 'other-online', label: PLACE_NAMES['other-online'] },
          { value: 'in-person', label: PLACE_NAMES['in-person'] },
        ]}
      />
    ),
  });
}

/** When it was, as well as they know. */
export function whenPage(at: StepContext): Page {
  return stepPage(at, {
    step: 'when',
    title: 'When was it?',
    asks: [...datePartNames('when'), 'whenWords'],
    children: (
      <>
        <h1>When was it?</h1>
        <DateInput
          form={at.form}
          name="when"
          label="The day"
          hint="For example: 27 2 2026. If it went on, the last day."
          optional
        />
        <TextInput
          form={at.form}
          name="whenWords"
          label="Or roughly when"
          hint="For example: the week before half-term"
          optional
        />
      </>
    ),
  });
}

/** What was said: in their own words, or messages chosen on their own device. */
export function wordsPage(at: StepContext): Page {
  const { form } = at;
  return stepPage(at, {
    step: 'words',
    title: 'What was said?',
    asks: ['words', 'excerpt'],
    scripts: ['export-reader.js'],
    children: (
      <>
        <h1>What was said?</h1>
        <p>
          Write what was said and why it worries you. Your own words are as good as any file. If you remember
          the exact words, put them in.
        </p>
        <TextArea form={form} name="words" label="In your own words" rows={10} maxWords={WORDS_MOST} />
        <InsetText>
          Please tell us only what matters for this. There is no need for the whole chat. If there is a
          picture, say what it shows; a later page can take a screenshot that you have cut down. If it is an
          indecent picture of a child, do not copy it, send it or show it to anybody, not even to us: call the
          police on 101.
        </InsetText>
        <div data-export-reader>
          <input type="hidden" name="excerpt" value={textValue(form, 'excerpt')} />
        </div>
        <noscript>
          <Details summary="Can I add the messages themselves?">
            <p>
              With JavaScript on, this page can open a chat export on your own phone or computer, so that you
              can tick the messages that matter. Without it, copy the words into the box above.
            </p>
          </Details>
        </noscript>
      </>
    ),
  });
}

/** Whom it is about, as they know them. */
export function subjectPage(at: StepContext): Page {
  return stepPage(at, {
    step: 'subject',
    title: 'Who was it?',
    asks: ['subject'],
    children: (
      <TextInput
        form={at.form}
        name="subject"
        label="Who wrote or said it?"
        heading
        hint="As you know them: a name, or “the mother of a child in Oak”. Leave it empty if you do not know or do not want to say."
        optional
      />
    ),
  });
}

/** Whom it affects. */
export function affectedPage(at: StepContext): Page {
  return stepPage(at, {
    step: 'affected',
    title: 'Who does it affect?',
    asks: ['affected', 'affectedWords'],
    children: (
      <>
        <h1>Who does it affect?</h1>
        <Checkboxes
          form={at.form}
          name="affected"
          label="Tick all that fit"
          items={AFFECTED.map((value) => ({ value, label: AFFECTED_NAMES[value] }))}
        />
        <TextArea
          form={at.form}
          name="affectedWords"
          label="How does it affect them?"
          hint="Use first names only, or say “my son”."
          rows={4}
          optional
        />
      </>
    ),
  });
}

/** Could the writer be a child? */
export function childPage(at: StepContext): Page {
  return stepPage(at, {
    step: 'child',
    title: 'Could the writer be a child?',
    asks: ['childWriter'],
    children: (
      <Radios
        form={at.form}
        name="childWriter"
        label="Could the person who wrote it be a child?"
        heading
        hint="Children sometimes use a parent’s phone, or are in a group themselves. Then the school helps them rather than writes to a parent."
        items={YES_NO_UNSURE.map((value) => ({ value, label: YES_NO_UNSURE_NAMES[value] }))}
      />
    ),
  });
}

/** What they hope for. */
export function hopePage(at: StepContext): Page {
  return stepPage(at, {
    step: 'hope',
    title: 'What do you hope for?',
    asks: ['hope'],
    children: (
      <TextArea
        form={at.form}
        name="hope"
        label="What do you hope will happen?"
        heading
        hint="We cannot promise it, but it helps us to know. You will not be told what happened with another family."
        rows={5}
        optional
      />
    ),
  });
}

/** Who they are: for those who tell with their name or in confidence. */
export function contactPage(at: StepContext): Page {
  const named = textValue(at.form, 'mode') === 'named';
  return stepPage(at, {
    step: 'contact',
    title: 'Who are you?',
    asks: ['name', 'email', 'phone'],
    children: (
      <>
        <h1>Who are you?</h1>
        <p>
          {named
            ? 'This is kept apart from what you wrote.'
            : 'This is locked away, apart from what you wrote. Staff who need it must give a reason, and your page shows it each time.'}
        </p>
        <TextInput form={at.form} name="name" label="Your name" autocomplete="name" />
        <TextInput
          form={at.form}
          name="email"
          label="Email address"
          hint="We only ever write “there is something new for you”, never what it is about."
          type="email"
          autocomplete="email"
          optional
        />
        <TextInput
          form={at.form}
          name="phone"
          label="Phone number"
          type="tel"
          autocomplete="tel"
          width={20}
          optional
        />
      </>
    ),
  });
}
