import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestHandbell, type TestHandbell, type Visitor } from '../../../test/handbell.ts';
import {
  bringIn,
  dayFields,
  policyFile,
  putThrough,
  revisionOn,
  settleAll,
  submit,
} from '../../../test/policy.ts';
import { typedTime } from './scope-change.tsx';

let handbell: TestHandbell;
let office: Visitor;
let schools = 0;
beforeAll(async () => {
  handbell = await startTestHandbell();
});
afterAll(() => handbell.stop());

async function newOffice(): Promise<Visitor> {
  schools += 1;
  return handbell.signIn(await handbell.newSchool(`compose-${schools}`), ['office']);
}

async function clausesOf(page: string) {
  const [row] = await handbell.asOwner('select document from policy where id = $1', [page.split('/').at(-1)]);
  const document: {
    sections: { clauses: { id: string; ref: string; text: string; addressee?: string }[] }[];
  } = JSON.parse(String(row?.document));
  return document.sections.flatMap(({ clauses }) => clauses);
}

describe('a policy from nothing', () => {
  it('is written clause by clause, put in order, and goes all the way into force', async () => {
    office = await newOffice();
    const form = '/desk/policy/compose';
    expect((await office.post(form, { title: '' }, form)).text).toContain(
      'Choose at least one kind of group',
    );
    const made = await office.post(form, { title: 'Our groups', groups: ['class'], start: 'empty' }, form);
    const page = made.location.replace('/clauses', '');
    expect((await office.get(`${page}/approve`)).text).toContain('It has no clauses yet.');
    const list = `${page}/clauses`;
    const add = (text: string, section: string) =>
      submit(office, `${list}/new`, { text, section, kind: 'guideline' });
    await add('Be kind to each other.', 's2');
    await add('Do not swear.', 's2');
    expect((await add(' ', 's2')).text).toContain('Enter the words of the clause');
    expect((await clausesOf(page)).map(({ ref, text }) => `${ref} ${text}`)).toEqual([
      '2.1 Be kind to each other.',
      '2.2 Do not swear.',
    ]);
    await submit(office, list, { do: 'clause:up:c2' });
    expect((await clausesOf(page)).map(({ text }) => text)).toEqual([
      'Do not swear.',
      'Be kind to each other.',
    ]);
    await submit(office, `${page}/clause/c2/words`, { text: 'Please do not swear <b>.' });
    await submit(office, `${page}/clause/c2/who`, { who: 'moderator' });
    expect((await clausesOf(page))[0]).toMatchObject({
      text: 'Please do not swear <b>.',
      addressee: 'moderator',
    });
    expect((await submit(office, list, { do: 'section:remove:s2' })).text).toContain(
      'There are clauses in this section',
    );
    await submit(office, list, { do: 'section:remove:s5' });
    await submit(office, list, { heading: 'Last of all' }, `${page}/section`);
    await submit(office, `${page}/section/s1`, { heading: 'Purpose' });
    const shown = (await office.get(list)).text;
    expect(shown).toContain('Last of all');
    expect(shown).toContain('Purpose');
    expect(shown).toContain('Please do not swear &lt;b&gt;.');
    expect((await office.get(`${page}/reading`)).text).toContain('There is no document to compare with');
    await submit(office, `${page}/change/audience`, { audience: 'parents\n\ncarers' });
    await submit(office, `${page}/change/linked`, { linked: 'Complaints policy' });
    const hours = `${page}/change/hours`;
    expect((await submit(office, hours, { from: '25:00' })).text).toContain('Enter a time, such as 21:00');
    await submit(office, hours, { from: '9pm', to: '7.00', clause: 'c1' });
    const contents = (await office.get(page)).text;
    expect(contents).toContain('21:00 to 07:00');
    expect(contents).toContain('Complaints policy');
    await putThrough(office, page);
    const visitor = await handbell.visitor().get(`/s/compose-${schools}`);
    expect(visitor.text).toContain('Be kind to each other.');
    expect((await office.get(list)).status).toBe(404);
  });
});

describe('a policy from the library of clauses', () => {
  it('holds the clauses that were chosen and no others, with what was filled in', async () => {
    office = await newOffice();
    const form = '/desk/policy/compose';
    const { text } = await office.get(form);
    const boxes = [...text.matchAll(/name="(clauses-[^"]+)"[^>]*value="([^"]+)"/gu)];
    expect(boxes.length).toBeGreaterThan(20);
    const [, name = '', value = ''] = boxes[0] ?? [];
    const fields = { title: 'Our groups', groups: ['class', 'year'], start: 'library', [name]: [value] };
    const made = await office.post(form, fields, form);
    expect(made.status).toBe(303);
    const page = made.location.replace('/clauses', '');
    expect((await office.get(made.location)).status).toBe(200);
    expect((await clausesOf(page)).length).toBeLessThan(4);
    expect((await clausesOf(page)).length).toBeGreaterThan(0);
  });
});

describe('the school’s own document, sentence by sentence', () => {
  it('has every sentence in a clause or somewhere said, and what was taken out is asked about', async () => {
    office = await newOffice();
    const page = await bringIn(office, policyFile('church-primary.txt'));
    const reading = await office.get(`${page}/reading`);
    expect(reading.text).toContain('Every sentence is taken.');
    expect(reading.text).toContain('Clause 2.1');
    const ban = (await clausesOf(page)).find(({ text }) => text.startsWith('Ban the parent'))?.id;
    await submit(office, `${page}/clauses`, { do: `clause:remove:${ban}` });
    expect((await office.get(page)).text).toContain('1 sentence of your document is in no clause');
    await settleAll(office, page);
    expect((await office.get(`${page}/approve`)).text).toContain('There is still 1 thing to settle.');
    const listed = (await office.get(`${page}/reading`)).text;
    expect(listed).toContain('1 sentence is not taken yet.');
    const piece = /href="([^"]+\/reading\/piece\?at=(\d+-\d+))">Make it a clause, or leave/.exec(listed);
    const [, asked = '', at = ''] = piece ?? [];
    expect((await office.get(asked)).text).toContain('Ban the parent/carer');
    const version = await revisionOn(office, asked);
    const blank = await office.post(`${page}/reading/leave-out`, { version, at, reason: '' }, asked);
    expect(blank.text).toContain('Say why it is left out');
    await office.post(
      `${page}/reading/leave-out`,
      { version, at, reason: 'We do not want this power' },
      asked,
    );
    expect((await office.get(`${page}/reading`)).text).toContain('We do not want this power');
    const approval = { by: 'the Head teacher', ...dayFields('on', '2027-03-01') };
    expect((await submit(office, `${page}/approve`, approval)).status).toBe(303);
  });

  it('makes a clause of words that were taken for something else', async () => {
    office = await newOffice();
    const page = await bringIn(office, policyFile('church-primary.txt'));
    const before = (await clausesOf(page)).length;
    const listed = (await office.get(`${page}/reading`)).text;
    const [, asked = '', at = ''] =
      /href="([^"]+\/reading\/piece\?at=(\d+-\d+))">Make it a clause</.exec(listed) ?? [];
    const version = await revisionOn(office, asked);
    expect((await office.post(`${page}/reading/piece`, { version, at }, asked)).text).toContain(
      'Choose what the clause is for',
    );
    await office.post(`${page}/reading/piece`, { version, at, kind: 'text' }, asked);
    expect(await clausesOf(page)).toHaveLength(before + 1);
    expect((await office.get(asked)).status).toBe(404);
  });
});

describe('a time of day', () => {
  it.each([
    ['21:00', '21:00'],
    ['9pm', '21:00'],
    ['12 am', '00:00'],
    ['7.30', '07:30'],
    ['24:00', undefined],
    ['13pm', undefined],
    ['late', undefined],
  ])('%s is %s', (typed, time) => {
    expect(typedTime(typed)).toBe(time);
  });
});
