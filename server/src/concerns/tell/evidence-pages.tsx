import type { Page } from '../../edge/contexts.ts';
import { TextArea } from '../../ui/index.ts';
import { NeverSend, PicturesPart } from '../evidence/pictures-part.tsx';
import { WORDS_MOST } from './fields.ts';
import { type StepContext, stepPage } from './frame.tsx';

/** The text of an email, for words that came by email. */
export function mailPage(at: StepContext): Page {
  return stepPage(at, {
    step: 'mail',
    title: 'The email itself',
    asks: ['mailText'],
    children: (
      <>
        <h1>The email itself</h1>
        <p>
          If you still have the email, copy its text in here. Leave out what has nothing to do with it, and
          your own address. The school reads it as text: pictures and files in it do not come along.
        </p>
        <TextArea
          form={at.form}
          name="mailText"
          label="Text of the email"
          rows={10}
          maxWords={WORDS_MOST}
          optional
        />
      </>
    ),
  });
}

/** Screenshots, cut down on the device before any of it is sent. */
export function picturesPage(at: StepContext): Page {
  return stepPage(at, {
    step: 'pictures',
    title: 'Screenshots',
    asks: ['picture'],
    scripts: ['screenshot.js'],
    children: (
      <>
        <h1>Do you want to add a screenshot?</h1>
        <p>You do not need one: your own words are as good. To go on without, press “Continue”.</p>
        <NeverSend />
        <PicturesPart form={at.form} name="picture" />
      </>
    ),
  });
}
