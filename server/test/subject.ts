import { ACCOUNT, type CaseSchool, HEARD, must, openCase, press } from './cases.ts';
import type { Visitor } from './handbell.ts';
import { dayFields } from './policy.ts';

/** A case whose parent was spoken to. */
export async function spokenCase(
  at: CaseSchool,
  fields: Readonly<Record<string, string>> = {},
  options: Parameters<typeof openCase>[2] = {},
): Promise<string> {
  const page = await openCase(at, fields, options);
  await must(at.handler, `${page}/account`, { ...ACCOUNT, ...dayFields('on', '2027-03-09') });
  await press(at.handler, page, 'contact/start');
  const invited = { kind: 'invitation', how: 'letter', words: 'We wrote to them and offered two times.' };
  const days = { ...dayFields('on', '2027-03-09'), ...dayFields('reply', '2027-03-16') };
  await must(at.handler, `${page}/contact`, { ...invited, ...days });
  return page;
}

/** The same, and their side is on record already. */
export async function heardCase(at: CaseSchool): Promise<string> {
  const page = await spokenCase(at);
  await must(at.handler, `${page}/contact`, { ...HEARD, ...dayFields('on', '2027-03-09') });
  return page;
}

/** Gives the parent of a case a code on paper, as its sheet shows it. */
export async function giveCode(at: CaseSchool, page: string): Promise<string> {
  const sheet = await must(at.handler, `${page}/parent-page`, {}, `${page}/parent-page/code`);
  const { text } = await at.handler.get(sheet);
  return /<strong class="hb-code">([a-z]+(?:-[a-z]+){4})</.exec(text)?.[1] ?? '';
}

/** Where a school's parents find their own pages. */
export const mineOf = (at: CaseSchool): string => `/s/${at.school.slug}/mine`;

/** A parent who has opened their page with a new code. */
export async function parentOf(at: CaseSchool, page: string): Promise<Visitor> {
  const code = await giveCode(at, page);
  const parent = at.handbell.visitor();
  const answer = await parent.post(mineOf(at), { code });
  if (answer.status !== 303) throw new Error(`The code did not open the page: ${answer.status}`);
  return parent;
}
