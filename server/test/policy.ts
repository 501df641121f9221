import { readFileSync } from 'node:fs';
import type { TestHandbell, TestSchool, Visitor } from './handbell.ts';

const fixture = (name: string) => new URL(`../../packages/policy/fixtures/${name}`, import.meta.url);

/** A policy file of an invented school, as a browser sends it. */
export function policyFile(name: string): File {
  return new File([readFileSync(fixture(name))], name);
}

/** The hidden revision of a page's form. */
export async function revisionOn(visitor: Visitor, page: string): Promise<string> {
  return /name="version" value="(\d+)"/.exec((await visitor.get(page)).text)?.[1] ?? '';
}

/** Posts a form of a page with its token and its revision. */
export async function submit(
  visitor: Visitor,
  page: string,
  fields: Readonly<Record<string, string | readonly string[]>> = {},
  action = page,
) {
  return visitor.post(action, { version: await revisionOn(visitor, page), ...fields }, page);
}

/** The addresses of the doubts that still wait on a version's page. */
export async function doubtsOn(visitor: Visitor, page: string): Promise<readonly string[]> {
  const { text } = await visitor.get(page);
  return [...text.matchAll(/class="hb-tasks__link" href="([^"]+\?doubt=\d+)"/g)].map(
    (match) => match[1] ?? '',
  );
}

/** Brings a policy in as a draft; gives its page on the desk. */
export async function bringIn(visitor: Visitor, file = policyFile('infant-school.txt')): Promise<string> {
  const answer = await visitor.post('/desk/policy/new', { file, text: '' }, '/desk/policy/new');
  if (answer.status !== 303) throw new Error(`The policy was not taken: ${answer.status} ${answer.text}`);
  return answer.location;
}

/** Says of every doubt that things are right as they are. */
export async function settleAll(visitor: Visitor, page: string): Promise<void> {
  for (let [next] = await doubtsOn(visitor, page); next; [next] = await doubtsOn(visitor, page)) {
    const doubt = next.split('=')[1] ?? '';
    const answer = await submit(visitor, next, { doubt, ...(!next.includes('/signers') && { go: 'keep' }) });
    if (answer.status !== 303) throw new Error(`A doubt was not settled: ${answer.status} ${answer.text}`);
  }
}

/** The day boxes of a form. */
export function dayFields(name: string, iso: string): Readonly<Record<string, string>> {
  const [year = '', month = '', day = ''] = iso.split('-');
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year };
}

/** The addresses of the places that can be signed now. */
export async function placesOn(visitor: Visitor, page: string): Promise<readonly string[]> {
  const { text } = await visitor.get(page);
  return [...text.matchAll(/href="([^"]+\/sign\/[^"]+)"/g)].map((match) => match[1] ?? '');
}

/** Takes a draft all the way: settled, adopted, signed on paper, in force. */
export async function putThrough(
  visitor: Visitor,
  page: string,
  days: { readonly adopted: string; readonly from: string; readonly material?: 'yes' | 'no' } = {
    adopted: '2027-03-01',
    from: '2027-03-09',
  },
): Promise<void> {
  await settleAll(visitor, page);
  await submit(visitor, `${page}/approve`, {
    by: 'the Head teacher',
    ...dayFields('on', days.adopted),
  });
  await submit(visitor, `${page}/adopt`, {
    body: 'the Board',
    how: 'board',
    minute: '7.2',
    ...dayFields('on', days.adopted),
  });
  for (const place of await placesOn(visitor, page)) {
    await visitor.post(
      `${place}/paper`,
      { name: 'Ada Example', ...dayFields('on', days.adopted) },
      `${place}/paper`,
    );
  }
  const answer = await submit(visitor, `${page}/in-force`, {
    ...dayFields('from', days.from),
    material: days.material ?? 'yes',
  });
  if (answer.status !== 303) throw new Error(`Not put in force: ${answer.status} ${answer.text}`);
}

/** A school with a policy in force, brought in by its office. */
export async function withPolicy(handbell: TestHandbell, school: TestSchool, file?: File): Promise<Visitor> {
  const office = await handbell.signIn(school, ['office']);
  await putThrough(office, await bringIn(office, file));
  return office;
}
