import { z } from 'zod';
import { download, go, type Page, type StaffContext, wrong } from '../edge/contexts.ts';
import { type NoParams, noParams, type Routes } from '../edge/routes.ts';
import { may } from '../people/permissions.ts';
import { schoolDay } from '../platform/clock.ts';
import { readFile } from '../platform/files/store.ts';
import { idSchema } from '../platform/ids.ts';
import { sentWords } from '../platform/mail/sent-words.ts';
import { notFound } from '../platform/web/refusal.ts';
import { typedDay } from '../schools/terms.ts';
import { mailNews } from '../subject/mail.ts';
import { EmptyState, emptyForm, type FormState, formatShortDate, Name, Table } from '../ui/index.ts';
import { mayPrint } from './access.ts';
import { canBeMailed, couldBeGiven, couldComeBack, giveLetter, returnLetter } from './delivery.ts';
import { fileName } from './issue.ts';
import { issuedPage, printHref } from './letter-page.tsx';
import { GIVEN_BY, GIVEN_TEXT, LETTER_TEXT, type LetterId, RETURNED_WHY } from './rules.ts';
import { findLetter, issuedLetters, type Letter } from './store.ts';
import { wordingRoutes } from './wordings/routes.tsx';

type Context = StaffContext<{ id: LetterId }>;
const params = z.object({ id: idSchema<'letter'>() });

/** An issued letter that this person may print; hidden ones are as if they were not there. */
async function theLetter({ work, staff, params: { id } }: Context): Promise<Letter> {
  const letter = await findLetter(work, id);
  if (!letter?.files || !mayPrint(staff, letter)) throw notFound();
  return letter;
}

/** A letter in a list, by what it is: of one matter there may be several. */
const link = (letter: Letter) => (
  <a href={printHref(letter)}>
    {LETTER_TEXT[letter.kind].name} <span class="hb-nowrap">{letter.reference}</span>
  </a>
);

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
            link(letter),
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
              link(letter),
              recipient(letter),
              letter.given ? formatShortDate(letter.given.on) : '',
              letter.given ? GIVEN_TEXT[letter.given.how] : '',
            ])}
            empty=""
          />
        )}
        {may(staff.roles, 'letter.word') && (
          <p>
            <a href="/desk/letters/templates">Words of letters</a>{' '}
            <span class="hb-quiet">Put each document in your school’s own words.</span>
          </p>
        )}
      </>
    ),
  });
}

const letterPage = async (context: Context, form: FormState): Promise<Page> =>
  issuedPage(context, await theLetter(context), form);

const anyField = z.union([z.string(), z.array(z.string())]).catch('');

const givenForm = z.object({ how: z.enum(GIVEN_BY, 'Say how it was given') }).catchall(anyField);
const returnedForm = z.object({ why: z.enum(RETURNED_WHY, 'Say why it came back') }).catchall(anyField);

/** A day from three boxes. */
function dayIn(values: Readonly<Record<string, unknown>>, name: string) {
  const texts = Object.entries(values).flatMap(([key, value]) =>
    typeof value === 'string' ? [[key, value] as const] : [],
  );
  return typedDay(Object.fromEntries(texts), name);
}

/** Letters for those who print them: what to print, the files, and how each was given. */
export function lettersRoutes(routes: Routes): void {
  wordingRoutes(routes);
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
      const on = dayIn(rest, 'on');
      if (!on) return wrong({ on: `Enter a day, such as ${dayExample(work.now)}` });
      if (!couldBeGiven(letter, on, work.now)) {
        return wrong({ on: 'Choose a day from the day it was issued up to today' });
      }
      await giveLetter(work, letter, how, on, staff.member);
      return go(printHref(letter), { done: 'It is on record that the letter was given.' });
    },
    again: letterPage,
  });
  routes.staffAct('/desk/letters/:id/mailed', {
    may: 'letter.print',
    params,
    form: z.object({}),
    act: async (context) => {
      const { work, staff, services } = context;
      const letter = await theLetter(context);
      if (!(await canBeMailed(work, letter)))
        return wrong({ form: 'The parent did not agree to be told by mail, or gave no address.' });
      await giveLetter(work, letter, 'email', schoolDay(work.now), staff.member);
      await mailNews(work, letter.caseId, services.origin);
      return go(printHref(letter), {
        done: `The letter is on their own page. ${sentWords(services, 'A mail that says so is on its way.')}`,
      });
    },
    again: letterPage,
  });
  routes.staffAct('/desk/letters/:id/returned', {
    may: 'letter.print',
    params,
    form: returnedForm,
    act: async (context, { why, ...rest }) => {
      const { work, staff } = context;
      const letter = await theLetter(context);
      const back = dayIn(rest, 'back');
      if (!back) return wrong({ back: `Enter a day, such as ${dayExample(work.now)}` });
      if (!couldComeBack(letter, back, work.now)) {
        return wrong({ back: 'Choose a day from the day it was given up to today' });
      }
      await returnLetter(work, letter.id, why, back, staff.member);
      return go(printHref(letter), { done: 'It is on record that the letter came back. Give it again.' });
    },
    again: letterPage,
  });
}

function dayExample(now: StaffContext<NoParams>['work']['now']): string {
  const { day, month, year } = schoolDay(now);
  return `${day} ${month} ${year}`;
}
