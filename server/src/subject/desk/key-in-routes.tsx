import { z } from 'zod';
import { OWN_WORDS } from '../../cases/codes.ts';
import { anyField, dayValues, optionalText, readDay } from '../../cases/fields.ts';
import { type Answer, go, type Page, type StaffContext, wrong } from '../../edge/contexts.ts';
import { type NoParams, noParams, type Routes } from '../../edge/routes.ts';
import { schoolDay } from '../../platform/clock.ts';
import {
  Button,
  DateInput,
  emptyForm,
  Form,
  type FormState,
  Notice,
  Radios,
  TextArea,
  TextInput,
} from '../../ui/index.ts';
import { sendAccount, sendAsk, TooLate } from '../acts.ts';
import { caseOfForm } from '../page-store.ts';

const HREF = '/desk/answer-forms';
type Context = StaffContext<NoParams>;

const UNKNOWN =
  'No form that is still open has this code. Check it. If it is right, hand the form in its envelope to the Head Teacher';

/** Where the office keys in what a parent answered on paper. It shows nothing of the matter. */
function keyInPage(context: Context, form: FormState): Page {
  const start = { ...form, values: { ...dayValues('came', schoolDay(context.work.now)), ...form.values } };
  return context.page({
    title: 'Key in an answer form',
    room: '/desk/letters',
    back: { href: '/desk/letters', label: 'Letters' },
    errors: form.errors,
    children: (
      <>
        {context.flash.done !== undefined && <Notice kind="success">{context.flash.done}</Notice>}
        <h1>Key in an answer form</h1>
        <p>
          A parent answered on paper. Type what they wrote, word for word, mistakes too. It goes to whoever
          works on the matter, as the parent’s own words. Then hand them the paper in its envelope.
        </p>
        <Form action={HREF} once={context.once} id="form">
          <TextInput
            form={start}
            name="code"
            label="Code on the form"
            hint="Like 7KQM-X4PD"
            width={10}
            spellcheck={false}
            autocomplete="off"
          />
          <DateInput form={start} name="came" label="On which day did it come?" />
          <Radios
            form={start}
            name="ownWords"
            label="1. Did they write the words?"
            items={[
              { value: 'yes', label: 'They ticked “Yes”' },
              { value: 'no', label: 'They ticked “No”' },
              { value: 'unsaid', label: 'They ticked the third box, or nothing' },
            ]}
          />
          <TextArea form={start} name="words" label="2. What happened" optional rows={12} />
          <TextArea form={start} name="talk" label="3. They would like to talk: when?" optional rows={2} />
          <TextArea form={start} name="needs" label="4. What would make it easier" optional rows={2} />
          <Button>Keep what they wrote</Button>
        </Form>
      </>
    ),
  });
}

const keyInForm = z
  .object({
    code: z.string('Enter the code').trim().min(1, 'Enter the code').max(40, UNKNOWN),
    ownWords: z.enum(OWN_WORDS, 'Say what they ticked'),
    words: optionalText,
    talk: optionalText,
    needs: optionalText,
  })
  .catchall(anyField);

async function keyIn({ work, staff }: Context, values: z.output<typeof keyInForm>): Promise<Answer> {
  const { code, ownWords, words, talk, needs, ...rest } = values;
  const came = readDay(rest, 'came', 'past', schoolDay(work.now));
  if ('errors' in came) return wrong(came.errors);
  if (words === '' && talk === '' && needs === '')
    return wrong({ words: 'Type what they wrote in at least one part' });
  const caseId = await caseOfForm(work, code);
  if (!caseId) return wrong({ code: UNKNOWN });
  const paper = { cameOn: came.day, keyedBy: staff.member };
  try {
    if (words !== '') await sendAccount(work, caseId, { words, ownWords }, paper);
    if (talk !== '') await sendAsk(work, caseId, 'talk', talk, paper);
    if (needs !== '') await sendAsk(work, caseId, 'needs', needs, paper);
  } catch (error) {
    if (error instanceof TooLate) return wrong({ code: UNKNOWN });
    throw error;
  }
  return go(HREF, { done: 'It is kept, and whoever works on the matter is told.' });
}

/** Answers on paper, keyed in by the office, which sees nothing of the matter. */
export function keyInRoutes(routes: Routes): void {
  routes.staffPage(HREF, {
    may: 'answer.key-in',
    params: noParams,
    show: (context) => keyInPage(context, emptyForm),
  });
  routes.staffAct(HREF, {
    may: 'answer.key-in',
    params: noParams,
    limit: 'code-entry',
    form: keyInForm,
    act: keyIn,
    again: keyInPage,
  });
}
