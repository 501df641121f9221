import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must, type StaffVisitor, send, words } from '../../test/cases.ts';
import { startTestHandbell, type TestHandbell, type TestSchool } from '../../test/handbell.ts';
import { dayFields } from '../../test/policy.ts';

let handbell: TestHandbell;
let school: TestSchool;
let data: StaffVisitor;
beforeAll(async () => {
  handbell = await startTestHandbell();
  school = await handbell.newSchool();
  data = await handbell.signIn(school, ['data'], 'Dana Data');
});
afterAll(() => handbell.stop());

const COMPLAINTS = '/desk/data/complaints';
const BREACHES = '/desk/data/breaches';
const textOf = async (page: string) => words((await data.get(page)).text);

describe('a complaint about data', () => {
  it('is written down, acknowledged, told on the way and answered, with its day on Today', async () => {
    const fields = { name: 'Wilf Ashdown', contact: 'wilf@home.example.org', words: 'You kept my number.' };
    const wrong = await send(data, `${COMPLAINTS}/new`, fields);
    expect([wrong.status, words(wrong.text)]).toEqual([422, expect.stringContaining('Enter a day')]);
    expect(wrong.text).toContain('You kept my number.');
    const page = await must(data, `${COMPLAINTS}/new`, { ...fields, ...dayFields('received', '2027-03-01') });
    expect(await textOf(page)).toContain('Acknowledge it by Wednesday 31 March 2027');
    expect(await textOf('/desk')).toContain('Acknowledge a complaint about data');
    expect((await send(data, page, { outcome: 'upheld', answer: 'Sorry.' }, `${page}/close`)).status).toBe(
      409,
    );
    await must(data, page, {}, `${page}/acknowledge`);
    await must(data, page, { kind: 'told', words: 'We asked the office.' }, `${page}/step`);
    await must(data, page, { outcome: 'upheld', answer: 'We took it off.' }, `${page}/close`);
    const shown = await textOf(page);
    expect(shown).toContain('We told them how it stands, 9 March 2027 We asked the office.');
    expect(shown).toContain('They were right, on Tuesday 9 March 2027');
    expect(await textOf('/desk')).not.toContain('complaint about data');
    expect((await send(data, page, { kind: 'told', words: 'More.' }, `${page}/step`)).status).toBe(409);
  });

  it('is kept sealed, and the audit holds no word of it', async () => {
    const kept = await handbell.asOwner(
      "select string_agg(to_jsonb(c)::text, '') as all from data_complaint c",
    );
    expect(String(kept[0]?.all)).not.toContain('Ashdown');
    const audit = await handbell.asOwner("select string_agg(detail::text, '') as all from audit_entry");
    expect(String(audit[0]?.all)).not.toContain('Ashdown');
  });
});

describe('a breach of data', () => {
  it('runs for 72 hours from the moment it was known, is decided with reasons, told and closed', async () => {
    const fields = { time: '14.30', words: 'A list went to the wrong parent.', people: '24' };
    const known = dayFields('known', '2027-03-08');
    const early = await send(data, `${BREACHES}/new`, {
      ...fields,
      time: '23.00',
      ...dayFields('known', '2027-03-09'),
    });
    expect(words(early.text)).toContain('The time cannot be in the future');
    const page = await must(data, `${BREACHES}/new`, { ...fields, ...known });
    expect(await textOf(page)).toContain('The 72 hours end on Thursday 11 March 2027 at 2.30pm');
    expect(await textOf('/desk')).toContain('Decide about a breach of data');
    const decision = { notify: 'yes', people: 'no' };
    const short = await send(data, page, { ...decision, reasons: 'Yes' }, `${page}/decide`);
    expect(short.status).toBe(422);
    const reasons = 'Names and classes of 24 families went to one person.';
    await must(data, page, { ...decision, reasons }, `${page}/decide`);
    const remedy = 'The office checks each address twice now.';
    expect((await send(data, page, { remedy }, `${page}/close`)).status).toBe(409);

    handbell.clock.set('2027-03-11T15:00:00Z');
    expect(await textOf(page)).toContain('The 72 hours ended on');
    const late = await send(data, page, { reference: 'IC-7', late: '' }, `${page}/notify`);
    expect(words(late.text)).toContain('Say why it was told after 72 hours');
    await must(data, page, { reference: 'IC-7', late: 'The lead was ill.' }, `${page}/notify`);
    await must(data, page, { remedy }, `${page}/close`);
    expect(await textOf(page)).toContain('reference IC-7');
    expect(await textOf('/desk')).not.toContain('breach');
  });
});

describe('both logs', () => {
  it('go three years after they were closed', async () => {
    handbell.clock.set('2030-03-10T10:00:00Z');
    await must(data, '/desk/data/kept/request', { sure: 'yes' });
    handbell.clock.set('2030-03-12T10:00:00Z');
    await must(data, '/desk/data/kept/request', { sure: 'yes' });
    for (const table of ['data_complaint', 'data_complaint_step', 'data_breach'])
      expect(await handbell.asOwner(`select 1 from ${table}`)).toEqual([]);
  });
});
