import type { Child } from 'hono/jsx';
import type { Page } from '../../edge/contexts.ts';
import {
  Button,
  Checkboxes,
  Details,
  Form,
  type FormState,
  formatDate,
  InsetText,
  Radios,
  TextArea,
  TextInput,
  UserText,
} from '../../ui/index.ts';
import { ownHref } from '../session.ts';
import type { Mine } from './mine.ts';

/** The most characters a text of a parent may have: the same as a text of a case. */
const MOST = 40_000;

interface OwnPage {
  readonly title: string;
  readonly form?: FormState | undefined;
  readonly children: Child;
}

/** A page below the parent's own page, with the way back to it. */
export function ownPage<P extends object>({ context }: Mine<P>, { title, form, children }: OwnPage): Page {
  return context.page({
    title,
    errors: form?.errors,
    back: { href: ownHref(context, '/page'), label: 'Your page' },
    children,
  });
}

interface FormPage {
  readonly path: string;
  readonly title: string;
  readonly button: string;
  readonly lead: Child;
  readonly fields: Child;
  readonly form: FormState;
}

function formPage<P extends object>(
  mine: Mine<P>,
  { path, title, button, lead, fields, form }: FormPage,
): Page {
  return ownPage(mine, {
    title,
    form,
    children: (
      <>
        <h1>{title}</h1>
        {lead}
        <Form action={ownHref(mine.context, path)} once={mine.context.once} id="form">
          {fields}
          <Button>{button}</Button>
        </Form>
      </>
    ),
  });
}

/** Writing one's own account. */
export function answerPage(mine: Mine, form: FormState): Page {
  const before = mine.sent.filter(({ kind }) => kind === 'account');
  return formPage(mine, {
    path: '/answer',
    title: before.length > 0 ? 'Add to what you wrote' : 'Write your side',
    button: 'Send to the school',
    form,
    lead: (
      <>
        <p>
          Tell it in your own words. You can write in any language. Whoever decides reads exactly what you
          write.
        </p>
        {before.length > 0 && (
          <Details summary="What you wrote before">
            {before.map(({ at, words }) => (
              <>
                <p class="hb-quiet">{formatDate(at)}</p>
                <UserText text={words} />
              </>
            ))}
            <p>It stays as it is. What you send now is added.</p>
          </Details>
        )}
      </>
    ),
    fields: (
      <>
        <Radios
          form={form}
          name="ownWords"
          label="Did you write the words that are shown on your page?"
          hint="You do not have to answer this to be heard."
          items={[
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No' },
            { value: 'unsaid', label: 'I would rather not say, or it is not so simple' },
          ]}
        />
        <TextArea
          form={form}
          name="words"
          label="What happened, as you see it?"
          hint="For example: what came before, what you meant, what you think about it now, and what would put it right."
          rows={12}
          maxCharacters={MOST}
        />
      </>
    ),
  });
}

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

/** Saying that somebody else wrote the words. */
export function notMePage(mine: Mine, form: FormState): Page {
  return formPage(mine, {
    path: '/not-me',
    title: 'This is not me',
    button: 'Tell the school that it was not me',
    form,
    lead: (
      <p>
        Perhaps you have the same name as somebody else, another person used your phone, or you are not in
        this group. Tell us, and we check it before anything else happens.
      </p>
    ),
    fields: (
      <TextArea
        form={form}
        name="words"
        label="What should we know?"
        optional
        rows={5}
        maxCharacters={MOST}
      />
    ),
  });
}

/** Telling or asking something else. */
export function wordsPage(mine: Mine, form: FormState): Page {
  return formPage(mine, {
    path: '/words',
    title: 'Tell us something else',
    button: 'Send to the school',
    form,
    lead: <p>A question, something that we got wrong, or that you need more time.</p>,
    fields: (
      <TextArea form={form} name="words" label="What do you want to tell us?" rows={6} maxCharacters={MOST} />
    ),
  });
}

/** What a parent says about a ban. */
export function representationPage(mine: Mine, form: FormState): Page {
  const by = mine.ban?.facts.review?.commentsBy ?? mine.ban?.facts.answerBy;
  return formPage(mine, {
    path: '/ban',
    title: 'Say what you think of the ban',
    button: 'Send to the school',
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
