import type { Page, PublicContext } from '../../edge/contexts.ts';
import { schoolDay } from '../../platform/clock.ts';
import {
  Button,
  Details,
  Form,
  type FormState,
  formatDate,
  formatShortDate,
  Hidden,
  InsetText,
  Notice,
  Story,
  TextArea,
  TextInput,
  textValue,
  UserText,
} from '../../ui/index.ts';
import { quietPage } from '../quiet-page.ts';
import type { Standing } from './find.ts';

const DONE: Readonly<Record<string, string>> = {
  reply: 'Your words are with the school. Enter your code again to see your page.',
  withdrawn: 'The school knows that you take your concern back. Enter your code again to see your page.',
};

/** Where a code is entered. */
export function codePage(context: PublicContext<object>, form: FormState): Page {
  const done = DONE[context.flash.done ?? ''];
  return quietPage(context, {
    title: 'Come back with your code',
    scripts: ['return-code.js'],
    errors: form.errors,
    children: (
      <>
        {done !== undefined && (
          <Notice kind="success">
            <p>{done}</p>
          </Notice>
        )}
        <h1>Come back with your code</h1>
        <Form action={`/s/${context.school.slug}/concern/return`}>
          <TextInput
            form={form}
            name="code"
            label="Your code"
            hint="Five words, like amber-kitten-harvest-lilac-drum. Capitals, spaces and hyphens do not matter. An older code has letters and numbers: it still works."
            spellcheck={false}
            autocomplete="off"
          />
          <Button>Show my page</Button>
        </Form>
        <Details summary="I lost my code">
          <p>
            Nobody can look it up, so that nobody can use it in your place. Your concern is still with the
            school. If you have something to add,{' '}
            <a href={`/s/${context.school.slug}/concern`}>raise it again</a> and say that you wrote before.
          </p>
        </Details>
      </>
    ),
  });
}

function whereWords(standing: Standing): { readonly heading: string; readonly text: string } {
  switch (standing.where) {
    case 'waiting':
      return {
        heading: 'The school has your concern',
        text: standing.acknowledged
          ? 'Somebody has read it and is deciding what to do next.'
          : `Somebody will write to you here by ${formatDate(standing.acknowledgeBy)}.`,
      };
    case 'looking':
      return {
        heading: 'The school is looking into it',
        text: 'It hears everybody who is part of this before it decides anything. That can take a few weeks.',
      };
    case 'answered':
      return { heading: 'The school has answered', text: 'Its answer is below.' };
    case 'dealt-with':
      return {
        heading: 'It was dealt with',
        text: 'The school looked into your concern and has finished. Thank you for telling us. We cannot say what happened with another family. If something new happens, you can raise it again.',
      };
  }
}

/** A reporter's own page: where things stand, what went to and fro, and what they can do. */
export function standingPage(context: PublicContext<object>, standing: Standing, form: FormState): Page {
  const { heading, text } = whereWords(standing);
  const base = `/s/${context.school.slug}/concern/return`;
  const code = textValue(form, 'code');
  return quietPage(context, {
    title: heading,
    errors: form.errors,
    children: (
      <>
        <p class="hb-caption">Your concern of {formatShortDate(schoolDay(standing.receivedAt))}</p>
        <h1>{heading}</h1>
        <p class="hb-lead">{text}</p>
        {standing.withdrawn && standing.open && (
          <InsetText>
            You took your concern back. The school still has to make sure that no child is at risk, and will
            then end it.
          </InsetText>
        )}
        {standing.exchanges.length > 0 && (
          <>
            <h2>Between you and the school</h2>
            <Story
              label="Between you and the school"
              entries={standing.exchanges.map((each) => ({
                when: schoolDay(each.at),
                title: each.title,
                kind: each.from === 'school' ? 'decision' : 'event',
                children: <UserText text={each.text} />,
              }))}
            />
          </>
        )}
        {standing.open && (
          <>
            <Form action={`${base}/reply`} once={context.once}>
              <Hidden values={{ code }} />
              <TextArea form={form} name="words" label="Answer a question or add something" rows={6} />
              <Button>Send to the school</Button>
            </Form>
            {!standing.withdrawn && (
              <Details summary="I want to take my concern back">
                <p>
                  You can. The school will not go on with it because of you. If a child may be at risk, it
                  still has to act.
                </p>
                <Form action={`${base}/withdraw`} once={context.once}>
                  <Hidden values={{ code }} />
                  <Button kind="secondary">Take my concern back</Button>
                </Form>
              </Details>
            )}
          </>
        )}
        <p>
          <a href={base}>Close my page</a>
        </p>
      </>
    ),
  });
}
