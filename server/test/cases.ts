import { QUESTIONS } from '../src/cases/questions.ts';
import type { MemberId } from '../src/platform/ids.ts';
import { lastConcern, raise } from './concerns.ts';
import type { TestHandbell, TestSchool, Visitor } from './handbell.ts';
import { dayFields, policyFile, revisionOn, withPolicy } from './policy.ts';

export type StaffVisitor = Visitor & { readonly member: MemberId };

/** A school with a policy in force and the people a case needs, all invented. */
export interface CaseSchool {
  readonly handbell: TestHandbell;
  readonly school: TestSchool;
  readonly office: Visitor;
  readonly handler: StaffVisitor;
  readonly head: StaffVisitor;
  readonly chair: StaffVisitor;
}

export async function caseSchool(handbell: TestHandbell, slug: string): Promise<CaseSchool> {
  const school = await handbell.newSchool(slug);
  const handler = await handbell.signIn(school, ['handler'], 'Hari Handler');
  const head = await handbell.signIn(school, ['head'], 'Hana Head');
  const chair = await handbell.signIn(school, ['chair'], 'Cara Chair');
  const office = await withPolicy(handbell, school, policyFile('church-primary.txt'));
  return { handbell, school, office, handler, head, chair };
}

type Fields = Readonly<Record<string, string | readonly string[]>>;

/** Posts a form of a page, with the page's token and the version it shows. */
export async function send(visitor: Visitor, page: string, fields: Fields = {}, action = page) {
  const { text } = await visitor.get(page);
  const once = /name="once" value="([^"]+)"/.exec(text)?.[1] ?? '';
  const version = /name="version" value="(\d+)"/.exec(text)?.[1];
  return visitor.post(action, { once, ...(version ? { version } : {}), ...fields });
}

/** The same, for a form that must be taken. */
export async function must(
  visitor: Visitor,
  page: string,
  fields: Fields = {},
  action = page,
): Promise<string> {
  const answer = await send(visitor, page, fields, action);
  if (answer.status !== 303)
    throw new Error(`${action} was not taken: ${answer.status} ${words(answer.text).slice(0, 300)}`);
  return answer.location;
}

/** The words of a page, without its markup. */
export function words(html: string): string {
  return (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html)
    .replaceAll(/<(?:svg|script|style)[\s\S]*?<\/(?:svg|script|style)>/g, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** Presses a button of a case's page. */
export const press = (visitor: Visitor, page: string, path: string) =>
  must(visitor, page, {}, `${page}/${path}`);

/** Raises a concern and takes it through triage up to where a case can be opened; gives its id. */
export async function readyConcern(
  at: CaseSchool,
  answers: Fields = {},
  who: Visitor = at.handler,
): Promise<string> {
  await raise(at.handbell, at.school, { 'when-day': '9', ...answers });
  const id = await lastConcern(at.handbell);
  const page = `/desk/concerns/${id}`;
  const step = async (act: string, fields: Fields) => {
    const version = await revisionOn(who, page);
    const answer = await who.post(`${page}/${act}`, { version, ...fields }, page);
    if (answer.status !== 303)
      throw new Error(`${act}: ${answer.status} ${words(answer.text).slice(0, 300)}`);
  };
  await step('screen', { answer: 'no', note: 'No child is named in the messages.' });
  await step('interest', { interest: 'clear' });
  await step('about-us', { aboutUs: 'no', why: 'It is about words between adults.' });
  return id;
}

/** The clauses offered by the opening form: their ids, and whether each is an expectation only. */
export function clausesOn(html: string): readonly { readonly id: string; readonly expectation: boolean }[] {
  return [
    ...html.matchAll(
      /name="clauses" type="checkbox" value="([^"]+)"[^>]*>\s*<label[^>]*>([\s\S]*?)<\/label>/g,
    ),
  ].map(([, id = '', label = '']) => ({ id, expectation: label.includes('Expectation only') }));
}

/** The second page of opening a case. */
export async function openingPage(visitor: Visitor, concern: string, day = '2027-03-09') {
  return visitor.post('/desk/cases/new', { concern, interest: 'none', ...dayFields('on', day) });
}

export const OPENING: Fields = {
  name: 'Alex Rowan',
  address: '4 Mill Row\nExampleton\nEX1 2AB',
  phone: '07700 900210',
  email: 'alex@home.example.org',
  channel: 'group',
  group: 'the Oak class parents’ group',
  allegation: 'Messages in the group said that a member of staff should be chased away.',
  quoted: '2027-03-09 18:04: She should be chased out.',
  affectedSort: 'staff',
  affectedName: 'Miss Larch',
};

interface OpenOptions {
  readonly concern?: Fields;
  readonly who?: Visitor;
  readonly only?: 'expectations';
}

/** Everything that the form sends which opens a case, its token included. */
export async function openingForm(
  at: CaseSchool,
  fields: Fields = {},
  options: OpenOptions = {},
): Promise<Fields> {
  const who = options.who ?? at.handler;
  const concern = await readyConcern(at, options.concern, who);
  const page = await openingPage(who, concern);
  const wanted = options.only === 'expectations';
  const clauses = clausesOn(page.text).filter(({ expectation }) => expectation === wanted);
  return {
    once: /name="once" value="([^"]+)"/.exec(page.text)?.[1] ?? '',
    concern,
    interest: 'none',
    ...dayFields('on', '2027-03-09'),
    clauses: clauses.slice(0, 2).map(({ id }) => id),
    ...OPENING,
    ...fields,
  };
}

/** Opens a case; gives its page. */
export async function openCase(
  at: CaseSchool,
  fields: Fields = {},
  options: OpenOptions = {},
): Promise<string> {
  const who = options.who ?? at.handler;
  const answer = await who.post('/desk/cases/new/open', await openingForm(at, fields, options));
  if (answer.status !== 303) {
    throw new Error(`The case was not opened: ${answer.status} ${words(answer.text).slice(0, 300)}`);
  }
  return answer.location;
}

export const ACCOUNT: Fields = {
  source: 'witness',
  how: 'phone',
  words: 'They read the messages on Tuesday evening and felt uneasy about them.',
};
export const HEARD: Fields = {
  kind: 'heard',
  how: 'phone',
  ownWords: 'yes',
  words: 'Alex said they were upset about the trip and had not thought about how it reads.',
};

/** Answers every question of the assessment. */
export async function assess(visitor: Visitor, page: string, choices: Fields = {}): Promise<void> {
  const chosen: Fields = { protected: 'none', equality: 'nothing-raised', ...choices };
  await must(visitor, `${page}/handling`, {
    handling: 'conduct',
    words: 'The words are about a person, whatever one thinks of the school.',
  });
  for (const { id } of QUESTIONS) {
    const choice = chosen[id];
    await must(visitor, `${page}/assessment/${id}`, {
      words: `An answer to the question about ${id}, in a whole sentence.`,
      ...(choice ? { choice } : {}),
    });
  }
}

/** Takes a case to the decision. */
export async function toDecision(who: Visitor, page: string): Promise<void> {
  await must(who, `${page}/account`, { ...ACCOUNT, ...dayFields('on', '2027-03-09') });
  await press(who, page, 'contact/start');
  await must(who, `${page}/contact`, { ...HEARD, ...dayFields('on', '2027-03-09') });
  await press(who, page, 'assessment/start');
  await assess(who, page);
  await press(who, page, 'hand-over');
}

/** The key of the warning letter in the ladder, read from the decision page. */
export async function warningKey(decider: Visitor, page: string): Promise<string> {
  const { text } = await decider.get(`${page}/decision`);
  return /value="(step:[^"]+)"[^>]*>\s*<label[^>]*>\s*(?=[^<]*warning)/i.exec(text)?.[1] ?? '';
}

export const DECISION: Fields = {
  interest: 'none',
  standing: 'none',
  reasons: 'The words were about a person and were repeated after somebody asked to stop.',
  expected: 'Please keep words about people out of the group.',
  jumpReason: '',
  months: '12',
};

/** Decides a warning; gives the letter's page. */
export async function decideWarning(decider: Visitor, page: string, fields: Fields = {}): Promise<string> {
  const outcome = await warningKey(decider, page);
  return must(decider, `${page}/decision`, { ...DECISION, outcome, ...fields });
}

/** Issues the letter on its page. */
export async function issue(decider: Visitor, letter: string): Promise<string> {
  const { text } = await decider.get(letter);
  const letterVersion = /name="letterVersion" value="(\d+)"/.exec(text)?.[1] ?? '';
  return must(decider, letter, { letterVersion, read: 'yes' }, `${letter}/issue`);
}

/** The version that a case stands at now, past the pages. */
export async function versionNow(handbell: TestHandbell, page: string): Promise<string> {
  const id = page.split('/')[3];
  const [row] = await handbell.asOwner('select version from conduct_case where id = $1', [id]);
  return String(row?.version ?? '');
}

/** Takes a new case to a warning that was given and followed up, and closes it; gives its page. */
export async function closedCase(at: CaseSchool, fields: Fields = {}): Promise<string> {
  const page = await openCase(at, fields);
  await toDecision(at.handler, page);
  await issue(at.head, await decideWarning(at.head, page));
  const [letter] = await at.handbell.asOwner('select id from letter where case_id = $1', [
    page.split('/')[3],
  ]);
  const printed = `/desk/letters/${String(letter?.id)}`;
  await must(at.office, printed, { how: 'post', ...dayFields('on', '2027-03-09') }, `${printed}/given`);
  await must(at.handler, `${page}/affected`, { answer: 'told', note: '' });
  await must(at.handler, `${page}/follow-up`, { what: 'How she is', ...dayFields('day', '2027-04-12') });
  await must(at.handler, `${page}/close`, { note: 'She is well, and no new worry was brought to us.' });
  return page;
}
