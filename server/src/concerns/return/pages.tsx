import type { Page, PublicContext } from '../../edge/contexts.ts';
import { schoolDay } from '../../platform/clock.ts';
import { ComplaintsWay } from '../../schools/complaints/view.tsx';
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
  TextInput,
  textValue,
  UserText,
} from '../../ui/index.ts';
import { closureText } from '../closing.ts';
import { GROUND_TOLD } from '../mark/labels.ts';
import { quietPage } from '../quiet-page.ts';
import type { Standing } from './find.ts';
import { ReporterForms } from './forms.tsx';

/** Bytes that the length of each page behind a code is a multiple of: a right code and a wrong one look alike on the wire. */
export const LENGTH_CLASS = 32 * 1024;

/** A quiet page of a length that tells nothing. */
export const padded: typeof quietPage = (context, props) => ({
  ...quietPage(context, props),
  padTo: LENGTH_CLASS,
});

const NEXT = 'Enter your code again to see your page.';

const DONE = {
  reply: `Your words are with the school. ${NEXT}`,
  evidence: `What you added is with the school. ${NEXT}`,
  'open-up': `The school knows now who you are. ${NEXT}`,
  relay: `Your choice about mail is saved. ${NEXT}`,
  withdrawn: `The school knows that you take your concern back. ${NEXT}`,
} as const;

/** What was done before the code is asked for again. */
export type Done = keyof typeof DONE;

const isDone = (what: string): what is Done => Object.hasOwn(DONE, what);

/** Where a code is entered. */
export function codePage(context: PublicContext<object>, form: FormState): Page {
  const what = context.flash.done ?? '';
  const done = isDone(what) ? DONE[what] : undefined;
  return padded(context, {
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
        text: '',
      };
  }
}

interface MarkedProps {
  readonly mark: NonNullable<Standing['mark']>;
  readonly context: PublicContext<object>;
}

/** Tells a reporter that their report is marked, and how to complain about it. */
function Marked({ mark, context: { school } }: MarkedProps) {
  return (
    <>
      <h2>The school has put a note on your report</h2>
      <p>
        The note says that {GROUND_TOLD[mark.ground]}. It ends by itself on {formatDate(mark.expiresOn)}. You
        can raise a concern as before: each one is read, and nothing is held back because of the note.
      </p>
      <UserText text={mark.message} />
      <p>
        If you think this is wrong, write so below, or complain. You do not have to say who you are, and you
        can ask somebody else to complain for you.
      </p>
      <Details summary="How to complain about the note">
        <ComplaintsWay profile={school.profile} />
      </Details>
    </>
  );
}

/** A reporter's own page: where things stand, what went to and fro, and what they can do. */
export async function standingPage(
  context: PublicContext<object>,
  standing: Standing,
  form: FormState,
): Promise<Page> {
  const { heading, text } = whereWords(standing);
  const base = `/s/${context.school.slug}/concern/return`;
  const code = textValue(form, 'code');
  const { school, services, work } = context;
  const closing =
    standing.where === 'dealt-with'
      ? await closureText(work, {
          reference: standing.reference,
          received: schoolDay(standing.receivedAt),
          address: `${services.origin}/s/${school.slug}`,
          profile: school.profile,
        })
      : '';
  return padded(context, {
    title: heading,
    errors: form.errors,
    children: (
      <>
        <p class="hb-caption">Your concern of {formatShortDate(schoolDay(standing.receivedAt))}</p>
        <h1>{heading}</h1>
        {text !== '' && <p class="hb-lead">{text}</p>}
        {closing !== '' && <UserText text={closing} />}
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
        {standing.mark && <Marked mark={standing.mark} context={context} />}
        {standing.open && <ReporterForms context={context} form={form} code={code} standing={standing} />}
        <Form action={`${base}/copy`}>
          <Hidden values={{ code }} />
          <Button kind="secondary">See what the school holds of what I told it</Button>
        </Form>
        <p>
          <a href={base}>Close my page</a>
        </p>
      </>
    ),
  });
}
