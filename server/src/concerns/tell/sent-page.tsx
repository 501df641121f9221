import { type Answer, go, type Page, type PublicContext, wrong } from '../../edge/contexts.ts';
import { schoolDay } from '../../platform/clock.ts';
import { schoolCalendar } from '../../schools/calendar-store.ts';
import { reopening } from '../../schools/clocks.ts';
import {
  Button,
  ButtonLink,
  Checkbox,
  Details,
  Form,
  type FormState,
  formatDate,
  InsetText,
  Panel,
  TextInput,
  WarningText,
} from '../../ui/index.ts';
import { qrPicture } from '../../ui/qr-code.ts';
import { sameCode } from '../code.ts';
import { PrintButton } from '../print-button.tsx';
import { quietPage } from '../quiet-page.ts';

/** Nothing is left to show: the code was confirmed, or the page is loaded later or by somebody else. */
function overPage(context: PublicContext<object>): Page {
  const back = `/s/${context.school.slug}/concern/return`;
  const kept = context.flash.done === 'yes';
  return quietPage(context, {
    title: 'Your concern was sent',
    children: (
      <>
        <h1>{kept ? 'You can close this page' : 'This page has shown your code already'}</h1>
        {kept && <p>Your code is no longer on this phone or computer, unless you saved it yourself.</p>}
        <p>
          For your safety a code is shown only once. If you wrote it down, you can{' '}
          <a href={back}>come back with it</a>: your own page says what happens next, and by when. If you lost
          it, your concern is still with the school and will be dealt with.
        </p>
      </>
    ),
  });
}

/** Proof that something was reported, as a small file. The link holds the file itself: saving it asks for nothing. */
function SignedReceipt({ text, school }: { text: string; school: string }) {
  return (
    <Details summary="Proof that you told the school today">
      <p>
        This receipt is signed by the school. It shows that somebody reported something today. It does not say
        what or who, and does not open your page. Anybody can check it at{' '}
        <a href={`${school}/receipts`}>Check a receipt</a>.
      </p>
      <pre class="hb-snippet" dir="ltr">
        {text}
      </pre>
      <ButtonLink
        kind="secondary"
        href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
        download="receipt.txt"
      >
        Save the receipt
      </ButtonLink>
    </Details>
  );
}

/** The receipt: the code to come back with, and what happens next by when. */
export async function sentPage(context: PublicContext<object>, form: FormState): Promise<Page> {
  const { code, by, receipt = '' } = context.flash;
  if (code === undefined || by === undefined) return overPage(context);
  const school = `/s/${context.school.slug}`;
  const back = `${context.services.origin}${school}/concern/return`;
  const opens = reopening(await schoolCalendar(context.work), schoolDay(context.work.now));
  return quietPage(context, {
    title: 'The school has your concern',
    scripts: ['print.js'],
    errors: form.errors,
    children: (
      <>
        <Panel title="The school has your concern">
          <p>Your code to come back with</p>
          <p>
            <strong class="hb-code">{code}</strong>
          </p>
        </Panel>
        <WarningText>
          Write these five words down or print this page now. They are shown only once, and nobody can look
          them up.
        </WarningText>
        <PrintButton label="Print this page" />
        <Form action={`${school}/concern/sent`}>
          <Checkbox form={form} name="kept" label="I have written the code down or printed this page" />
          <TextInput
            form={form}
            name="typed"
            label="Or type the code back, to be sure"
            spellcheck={false}
            autocomplete="off"
            optional
          />
          <Button>I have my code</Button>
        </Form>
        <h2>What happens next</h2>
        {opens && (
          <InsetText>
            School is closed until {formatDate(opens)}, so nobody may read this before then. If a child may
            not be safe, do not wait: the foot of this page says who to call.
          </InsetText>
        )}
        <ol>
          <li>Somebody at the school first asks whether a child may be at risk.</li>
          <li>
            By <strong>{formatDate(by)}</strong> your own page, which your code opens, says that your concern
            was read and what happens next.
          </li>
          {opens && (
            <li>
              School is closed now and opens again on <strong>{formatDate(opens)}</strong>. Its days to answer
              count from then.
            </li>
          )}
          <li>The school may have a question for you. It will be on that page.</li>
          <li>When it is over, the page says so. It does not say what happened with another family.</li>
        </ol>
        <p>
          Come back at <a href={back}>{back}</a> with your code.
        </p>
        <Details summary="Show a square to scan instead">
          <p>
            It opens the page to come back to with your code filled in. Scan it only with your own phone:
            phones remember what they open.
          </p>
          <p>
            <img
              src={await qrPicture(`${back}#${code}`)}
              alt="A square code that leads back to your concern"
              width="220"
              height="220"
            />
          </p>
        </Details>
        {receipt !== '' && <SignedReceipt text={receipt} school={school} />}
        <InsetText>
          Anybody who has the code can read your page. If somebody else uses this phone or computer, do not
          leave the code in it. Raising a concern in good faith never counts against you or your child.
        </InsetText>
        <p>
          If it gets worse, or a child may not be safe, do not wait for us: the foot of this page says who to
          call.
        </p>
      </>
    ),
  });
}

/** Takes the reporter's word that they have the code, or the code itself; then the page forgets it. */
export function confirmCode(
  context: PublicContext<object>,
  values: { readonly kept: string; readonly typed: string },
): Answer {
  const { code } = context.flash;
  if (code === undefined || values.kept === 'yes' || sameCode(values.typed, code)) {
    return go(`/s/${context.school.slug}/concern/sent`, { done: 'yes' });
  }
  return wrong(
    values.typed === ''
      ? { kept: 'Tick the box once you have written your code down, or type the code' }
      : { typed: 'That is not the code above. Compare each word' },
  );
}
