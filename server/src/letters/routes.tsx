import { z } from 'zod';
import { download, go, type Page, type StaffContext, wrong } from '../edge/contexts.ts';
import { type NoParams, noParams, type Routes } from '../edge/routes.ts';
import { may } from '../people/permissions.ts';
import { schoolDay } from '../platform/clock.ts';
import { readFile } from '../platform/files/store.ts';
import { idSchema } from '../platform/ids.ts';
import { notFound } from '../platform/web/refusal.ts';
import { typedDay } from '../schools/terms.ts';
import {
  Button,
  ButtonGroup,
  ButtonLink,
  DateInput,
  EmptyState,
  emptyForm,
  Form,
  type FormState,
  formatDate,
  formatShortDate,
  Name,
  Notice,
  Radios,
  SummaryList,
  Table,
} from '../ui/index.ts';
import { mayPrint } from './access.ts';
import { fileName } from './issue.ts';
import { GIVEN_BY, GIVEN_TEXT, type LetterId } from './rules.ts';
import { couldBeGiven, findLetter, giveLetter, issuedLetters, type Letter } from './store.ts';

type Context = StaffContext<{ id: LetterId }>;
const params = z.object({ id: idSchema<'letter'>() });
const href = ({ id }: Letter) => `/desk/letters/${id}`;

/** An issued letter that this person may print; hidden ones are as if they were not there. */
async function theLetter({ work, staff, params: { id } }: Context): Promise<Letter> {
  const letter = await findLetter(work, id);
  if (!letter?.files || !mayPrint(staff, letter)) throw notFound();
  return letter;
}

const recipient = ({ matter }: Letter) => <Name>{matter.recipient.name}</Name>;

async function listPage(context: StaffContext<NoParams>): Promise<Page> {
  const { work, staff } = context;
  const seen = (letters: readonly Letter[]) => letters.filter((letter) => mayPrint(staff, letter));
  const waiting = seen(await issuedLetters(work, 'issued'));
  const given = seen(await issuedLetters(work, 'given'));
  return context.page({
    title: 'Letters',
    room: '/desk/letters',
    children: (
      <>
        <h1>Letters</h1>
        <Table
          caption="To print and give"
          columns={[{ header: 'Letter' }, { header: 'To' }, { header: 'Issued' }]}
          rows={waiting.map((letter) => [
            <a href={href(letter)}>{letter.reference}</a>,
            recipient(letter),
            letter.issuedAt ? formatShortDate(letter.issuedAt) : '',
          ])}
          empty={
            <EmptyState title="No letters to print">
              <p>When a letter of a case is issued, it waits here until somebody has printed and given it.</p>
            </EmptyState>
          }
        />
        {may(staff.roles, 'answer.key-in') && (
          <p>
            <a href="/desk/answer-forms">Key in an answer form that came on paper</a>
          </p>
        )}
        {given.length > 0 && (
          <Table
            caption="Given"
            columns={[{ header: 'Letter' }, { header: 'To' }, { header: 'Given' }, { header: 'How' }]}
            rows={given.map((letter) => [
              <a href={href(letter)}>{letter.reference}</a>,
              recipient(letter),
              letter.given ? formatShortDate(letter.given.on) : '',
              letter.given ? GIVEN_TEXT[letter.given.how] : '',
            ])}
            empty=""
          />
        )}
      </>
    ),
  });
}

async function letterPage(context: Context, form: FormState): Promise<Page> {
  const letter = await theLetter(context);
  const { matter, given, issuedAt, largePrint, files } = letter;
  return context.page({
    title: `Letter ${letter.reference}`,
    room: '/desk/letters',
    back: { href: '/desk/letters', label: 'Letters' },
    errors: form.errors,
    children: (
      <>
        {context.flash.done !== undefined && <Notice kind="success">{context.flash.done}</Notice>}
        <h1>Letter {letter.reference}</h1>
        <SummaryList
          rows={[
            { key: 'To', value: recipient(letter) },
            {
              key: 'Address',
              value: matter.recipient.address === '' ? 'None on record' : matter.recipient.address,
            },
            { key: 'Issued', value: issuedAt ? formatDate(issuedAt) : '' },
            { key: 'Print', value: largePrint ? 'Large print' : 'Ordinary print' },
            ...(given ? [{ key: 'Given', value: `${formatDate(given.on)}. ${GIVEN_TEXT[given.how]}.` }] : []),
            { key: 'Fingerprint of the PDF', value: <code class="hb-code">{files?.pdfHash}</code> },
          ]}
        />
        <ButtonGroup>
          <ButtonLink href={`${href(letter)}/letter.pdf`}>Open the PDF</ButtonLink>
          <ButtonLink href={`${href(letter)}/letter.docx`} kind="secondary">
            Download for Word
          </ButtonLink>
        </ButtonGroup>
        {!given && (
          <>
            <h2>When it has been given</h2>
            <Form action={`${href(letter)}/given`} once={context.once} id="form">
              <Radios
                form={form}
                name="how"
                label="How was it given to the parent?"
                items={GIVEN_BY.map((value) => ({ value, label: GIVEN_TEXT[value] }))}
              />
              <DateInput form={form} name="on" label="On which day?" />
              <Button>Record that it was given</Button>
            </Form>
          </>
        )}
      </>
    ),
  });
}

const givenForm = z
  .object({ how: z.enum(GIVEN_BY, 'Say how it was given') })
  .catchall(z.union([z.string(), z.array(z.string())]).catch(''));

/** Letters for those who print them: what to print, the files, and how each was given. */
export function lettersRoutes(routes: Routes): void {
  routes.staffPage('/desk/letters', { may: 'letter.print', params: noParams, show: listPage });
  routes.staffPage('/desk/letters/:id', {
    may: 'letter.print',
    params,
    show: (context) => letterPage(context, emptyForm),
  });
  for (const ending of ['pdf', 'docx'] as const) {
    routes.staffPage(`/desk/letters/:id/letter.${ending}`, {
      may: 'letter.print',
      params,
      show: async (context) => {
        const letter = await theLetter(context);
        if (!letter.files) throw notFound();
        const { pdf, word } = letter.files;
        const { bytes, type } = await readFile(context.work, ending === 'pdf' ? pdf : word);
        return download(bytes, type, fileName(letter, ending), { inline: ending === 'pdf' });
      },
    });
  }
  routes.staffAct('/desk/letters/:id/given', {
    may: 'letter.print',
    params,
    form: givenForm,
    act: async (context, { how, ...rest }) => {
      const { work, staff } = context;
      const letter = await theLetter(context);
      const texts = Object.entries(rest).flatMap(([name, value]) =>
        typeof value === 'string' ? [[name, value] as const] : [],
      );
      const on = typedDay(Object.fromEntries(texts), 'on');
      if (!on) return wrong({ on: `Enter a day, such as ${dayExample(work.now)}` });
      if (!couldBeGiven(letter, on, work.now)) {
        return wrong({ on: 'Choose a day from the day it was issued up to today' });
      }
      await giveLetter(work, letter.id, how, on, staff.member);
      return go(href(letter), { done: 'It is on record that the letter was given.' });
    },
    again: letterPage,
  });
}

function dayExample(now: StaffContext<NoParams>['work']['now']): string {
  const { day, month, year } = schoolDay(now);
  return `${day} ${month} ${year}`;
}
