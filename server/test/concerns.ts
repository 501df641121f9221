import { makeExcerpt, readExport } from '@handbell/chat';
import { search } from '../src/concerns/tell/proof.ts';
import type { TestHandbell, TestSchool, Visitor } from './handbell.ts';

/** What somebody answers who tells of a parent's words, in confidence. */
export const ANSWERS: Readonly<Record<string, string | readonly string[]>> = {
  danger: 'no',
  mode: 'confidential',
  matter: 'conduct',
  about: 'parent',
  behalf: 'self',
  place: 'other-group',
  placeName: 'Oak class parents',
  'when-day': '8',
  'when-month': '3',
  'when-year': '2027',
  whenWords: '',
  words: 'They wrote that Miss Larch should be chased out of the village.',
  excerpt: '',
  subject: 'Dana Example',
  affected: ['staff', 'my-child'],
  affectedWords: 'My son cried.',
  childWriter: 'no',
  hope: 'That it stops.',
  name: 'Ada Reporter',
  email: 'ada@home.example.org',
  phone: '07700 900333',
};

type Answers = Readonly<Record<string, string | readonly string[]>>;

/** Loads the page on which everything is checked, as somebody sees it who gave these answers. */
export async function checkPage(
  visitor: Visitor,
  school: Pick<TestSchool, 'slug'>,
  answers: Answers,
): Promise<string> {
  const page = await visitor.post(`/s/${school.slug}/concern/tell`, { ...answers, step: 'pictures' });
  return page.text;
}

/** The once token of the form that sends a concern. */
export function sendToken(page: string): string {
  return /name="once" value="([^"]+)"/.exec(page)?.[1] ?? '';
}

/** Sends a concern, and does the work that it takes while many come in. */
async function sendThrough(visitor: Visitor, path: string, fields: Answers) {
  const sent = await visitor.post(path, fields);
  const ticket = /name="ticket" value="([^"]+)"/.exec(sent.text)?.[1];
  if (ticket === undefined) return sent;
  const bits = Number(/data-bits="(\d+)"/.exec(sent.text)?.[1]);
  return visitor.post(path, { ...fields, ticket, answer: String(search(ticket, bits, 0, 2 ** 24)) });
}

/** Raises a concern as a visitor does, from the check to the receipt; gives the code. */
export async function raise(
  handbell: Pick<TestHandbell, 'visitor'>,
  school: Pick<TestSchool, 'slug'>,
  overrides: Answers = {},
): Promise<string> {
  const answers = { ...ANSWERS, ...overrides };
  const visitor = handbell.visitor();
  const once = sendToken(await checkPage(visitor, school, answers));
  const sent = await sendThrough(visitor, `/s/${school.slug}/concern/send`, { ...answers, once });
  if (sent.status !== 303) throw new Error(`The concern was not taken: ${sent.status}`);
  return codeOn((await visitor.get(sent.location)).text);
}

/** The code on a receipt. */
export function codeOn(page: string): string {
  return /class="hb-code">([a-z]+(?:-[a-z]+){4})</.exec(page)?.[1] ?? '';
}

/** The id of the concern that came last. */
export async function lastConcern(handbell: TestHandbell): Promise<string> {
  const [row] = await handbell.asOwner(
    "select concern_id from concern_event where kind = 'received' order by seq desc limit 1",
  );
  return String(row?.concern_id);
}

/** An export of a chat with a number of messages by three people. */
export function chatText(messages: number): string {
  const people = ['Dana Example', 'Robin Bystander', '+44 7700 900444'];
  const lines = Array.from({ length: messages }, (_, index) => {
    const minute = String(index % 60).padStart(2, '0');
    const hour = String(8 + (Math.floor(index / 60) % 12)).padStart(2, '0');
    const text =
      index === 4 ? 'Robin, call me on 07700 900555. Miss Larch has to go.' : `Message number ${index}`;
    return `08/03/2027, ${hour}:${minute} - ${people[index % 3] ?? ''}: ${text}`;
  });
  return lines.join('\n');
}

/** The excerpt that a device makes of such a chat. */
export function excerptOf(messages: number, ticked: readonly number[], context = 0) {
  const chat = readExport(new TextEncoder().encode(chatText(messages)), { name: 'chat.txt' });
  return makeExcerpt(chat, { ticked, context, subjects: ['Robin Bystander'] });
}
