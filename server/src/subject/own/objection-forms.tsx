import type { Page } from '../../edge/contexts.ts';
import { type FormState, formatDate, TextArea } from '../../ui/index.ts';
import type { Mine } from './mine.ts';
import { formPage, MOST } from './own-form.tsx';

/** What a parent says about a ban. */
export function representationPage(mine: Mine, form: FormState): Page {
  const by = mine.ban?.facts.review?.commentsBy ?? mine.ban?.facts.answerBy;
  return formPage(mine, {
    path: '/ban',
    title: 'Say what you think of the ban',
    button: 'Send to the school',
    other: true,
    form,
    lead: (
      <p>
        {by && <>Please send it by {formatDate(by)}. </>}
        The person who decides reads it, and answers each point in writing. You can also say it in a talk, or
        through somebody who speaks for you.
      </p>
    ),
    fields: (
      <TextArea
        form={form}
        name="words"
        label="What do you want to say?"
        hint="For example: what is not right, what it would mean for your child, what else could be done."
        rows={10}
        maxCharacters={MOST}
      />
    ),
  });
}

/** Asking for a review. */
export function reviewPage(mine: Mine, form: FormState): Page {
  const by = mine.view.outcome?.reviewBy;
  return formPage(mine, {
    path: '/review',
    title: 'Ask for a review',
    button: 'Ask for a review',
    other: true,
    form,
    lead: (
      <p>
        Somebody who had no part in this looks at our decision again. They see the same papers as you. The
        outcome can stay as it is or become lighter; it never becomes harsher.
        {by && <> Please ask by {formatDate(by)} if you can.</>}
      </p>
    ),
    fields: (
      <>
        <TextArea
          form={form}
          name="grounds"
          label="What is wrong with the decision?"
          rows={8}
          maxCharacters={MOST}
        />
        <TextArea
          form={form}
          name="late"
          label={
            by ? `If it is after ${formatDate(by)}: why do you ask only now?` : 'Why do you ask only now?'
          }
          optional
          rows={2}
        />
      </>
    ),
  });
}
