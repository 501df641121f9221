import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hiddenFields } from '../../../test/agreement.ts';
import {
  startTestHandbell,
  type TestHandbell,
  type TestSchool,
  type Visitor,
} from '../../../test/handbell.ts';
import { bringIn, policyFile, putThrough, withPolicy } from '../../../test/policy.ts';
import { listClasses, saveClasses } from '../../groups/classes-store.ts';
import { openMail } from '../../platform/mail/message.ts';
import { mail } from '../../platform/mail/tables.ts';
import type { Work } from '../../platform/work.ts';
import { addAdult } from '../../roster/store.ts';
import { saveYear } from '../../schools/calendar-store.ts';
import { agreementJobs } from '../jobs.ts';

let handbell: TestHandbell;
let school: TestSchool;
let office: Visitor;
const HERE = '/desk/agreements/asking';
const COVERAGE = '/desk/agreements/coverage';
const inSchool = <T>(act: (work: Work) => Promise<T>) =>
  handbell.services.worker.forSchool(school.id, 'command', act);

async function join(name: string, className: string, email = `${name.toLowerCase()}@example.org`) {
  return inSchool(async (work) => {
    const classId = (await listClasses(work)).find((each) => each.name === className)?.id;
    const places = classId ? [{ classId, year: '' }] : [];
    return addAdult(work, { name, email, phone: '', places });
  });
}

beforeAll(async () => {
  handbell = await startTestHandbell();
  school = await handbell.newSchool('oak');
  office = await withPolicy(handbell, school);
  await inSchool((work) => saveClasses(work, ['Oak', 'Elm']));
  // Half-term: 15 to 19 March.
  await inSchool(async (work) => {
    const day = (text: string) => Temporal.PlainDate.from(text);
    await saveYear(work, {
      name: '2026/27',
      terms: [{ season: 'spring', from: day('2027-01-04'), to: day('2027-07-30') }],
      closed: [{ from: day('2027-03-15'), to: day('2027-03-19') }],
    });
    work.audit({ act: 'test', object: 'test' });
  });
});
afterAll(() => handbell.stop());

/** Runs the job on a day at ten. */
async function onDay(day: string) {
  handbell.clock.set(`${day}T10:00:00Z`);
  for (const job of agreementJobs) await job.perform(handbell.services, {});
}

/** The mails there are, the oldest first. */
const mails = () =>
  inSchool(async (work) => (await work.queries.select().from(mail)).map((row) => openMail(work, row)));
const mailsTo = async (name: string) =>
  (await mails()).filter(({ to }) => to === `${name.toLowerCase()}@example.org`);
const linkIn = (text: string) => /http:\/\/localhost:8043(\/s\/oak\/agree\/p\/\S+)/.exec(text)?.[1] ?? '';
const linkOf = async (name: string) => linkIn((await mailsTo(name)).at(-1)?.text ?? '');

/** Signs by a link, leaving the name as it is filled in unless another is given. */
async function signBy(link: string, name?: string) {
  const visitor = handbell.visitor();
  const start = await visitor.send(`${link}/name`);
  const step = async (page: string, typed: Readonly<Record<string, string>>) => {
    const { text } = await visitor.get(page);
    const filled = /name="name"[^>]*value="([^"]*)"/.exec(text)?.[1] ?? '';
    return visitor.post(page, {
      ...hiddenFields(text, page),
      ...(page.endsWith('/name') && { name: name ?? filled }),
      ...typed,
    });
  };
  await step(start.headers.get('location') ?? '', {});
  await step('/s/oak/agree/about', { childClass: 'Oak', relationship: '' });
  const done = await step('/s/oak/agree/check', { agree: 'yes' });
  return { visitor, page: await visitor.get(done.location) };
}

describe('asking by mail', () => {
  it('asks nobody before the school has said so', async () => {
    expect((await office.get(HERE)).text).toContain('Nobody is on the roll yet');
    for (const name of ['Ann', 'Ben', 'Cas', 'Dee']) await join(name, 'Oak');
    await join('Nomail', 'Elm', '');
    await onDay('2027-03-09');
    expect(await mails()).toEqual([]);
  });

  it('gives each a link of their own, with no name in the mail and a way to stop', async () => {
    const { text } = await office.get(HERE);
    expect(text).toMatch(/Would be asked next.*4 people/s);
    const answer = await office.post(HERE, { reminders: '2', everyDays: '3', go: 'start' }, HERE);
    expect((await office.get(answer.location)).text).toContain('4 mails are on the way.');
    const all = await mails();
    expect(new Set(all.map((each) => linkIn(each.text))).size).toBe(4);
    for (const { subject, text: words } of all) {
      expect(`${subject} ${words}`).not.toMatch(/Ann|Ben|Cas|Dee/);
      expect(words).toContain('nothing changes for your child');
      expect(words).toMatch(
        /No more mail about this, please:\nhttp:\/\/localhost:8043\/s\/oak\/agree\/p\/[\w-]{22}\/stop/,
      );
      expect(words).toContain('at most 2 times');
    }
  });

  it('fills the name in, and whoever comes back by the link reads what they signed', async () => {
    const link = await linkOf('Ann');
    expect((await handbell.visitor().get(link)).text).toContain('For <bdi>Ann</bdi>');
    const { page } = await signBy(link);
    expect(page.text).toContain('<bdi>Ann</bdi>');
    expect(page.text).toContain('by a personal link');
    const back = handbell.visitor();
    const again = await back.send(link);
    expect(again.headers.get('location')).toBe('/s/oak/agree/yours');
    expect((await back.get('/s/oak/agree/yours')).text).toContain('What you signed');
    await signBy(link);
    expect(await handbell.asOwner('select 1 from agreement where adult_id is not null')).toHaveLength(1);
  });

  it('never gives the receipt of an adult to somebody else who types their name', async () => {
    const own = handbell.visitor();
    await own.send(await linkOf('Ann'));
    const code = /class="hb-code">([^<]+)</.exec((await own.get('/s/oak/agree/yours')).text)?.[1] ?? 'none';
    const visitor = handbell.visitor();
    const base = '/s/oak/agree';
    const name = await visitor.get(`${base}/name`);
    await visitor.post(`${base}/name`, { ...hiddenFields(name.text, `${base}/name`), name: 'Ann' });
    await visitor.post(
      `${base}/about`,
      hiddenFields((await visitor.get(`${base}/about`)).text, `${base}/about`),
    );
    const check = hiddenFields((await visitor.get(`${base}/check`)).text, `${base}/check`);
    const done = await visitor.post(`${base}/check`, { ...check, agree: 'yes' });
    expect((await visitor.get(done.location)).text).not.toContain(code);
  });

  it('does not count one adult for another who used their link', async () => {
    const { page } = await signBy(await linkOf('Ben'), 'Cas');
    expect(page.status).toBe(200);
    expect((await office.get(`${COVERAGE}/people`)).text).toMatch(/Ben<\/bdi>.*?Asked on 9 March 2027/s);
    expect((await office.get(`${COVERAGE}/people`)).text).toMatch(/Cas<\/bdi>.*?Agreed, 9 March 2027/s);
  });

  it('reminds on school days only, those alone who have not answered, and never more often than was said', async () => {
    await onDay('2027-03-11');
    expect(await mails()).toHaveLength(4);
    // The third school day; half-term and weekends do not count.
    await onDay('2027-03-12');
    expect(await mailsTo('Ben')).toHaveLength(2);
    expect(await mailsTo('Ann')).toHaveLength(1);
    expect(linkIn((await mailsTo('Ben')).at(-1)?.text ?? '')).toBe(
      linkIn((await mailsTo('Ben'))[0]?.text ?? ''),
    );
    for (const day of ['2027-03-15', '2027-03-19', '2027-03-20', '2027-03-23']) await onDay(day);
    expect(await mailsTo('Ben')).toHaveLength(2);
    await onDay('2027-03-24');
    expect((await mailsTo('Ben')).at(-1)?.text).toContain('This is the last mail about it.');
    for (const day of ['2027-04-05', '2027-04-19', '2027-05-04']) await onDay(day);
    expect(await mailsTo('Ben')).toHaveLength(3);
    expect(await mailsTo('Dee')).toHaveLength(3);
  });

  it('asks a new joiner by themselves, once however often the job runs', async () => {
    await join('Eve', 'Elm');
    await onDay('2027-05-05');
    await onDay('2027-05-05');
    expect(await mailsTo('Eve')).toHaveLength(1);
  });

  it('stops for whoever says so, for good, and goes on for whoever takes it back', async () => {
    const link = await linkOf('Eve');
    const visitor = handbell.visitor();
    expect((await visitor.get(`${link}/stop`)).text).toContain('No more mail about this?');
    await visitor.post(`${link}/stop`, { go: 'stop' }, `${link}/stop`);
    expect((await visitor.get(`${link}/stop`)).text).toContain('You get no more mail about this');
    for (const day of ['2027-05-12', '2027-05-20']) await onDay(day);
    expect(await mailsTo('Eve')).toHaveLength(1);
    expect((await office.get(`${COVERAGE}/people`)).text).toContain('Asked for no more mail');
    await visitor.post(`${link}/stop`, { go: 'resume' }, `${link}/stop`);
    await onDay('2027-05-21');
    expect(await mailsTo('Eve')).toHaveLength(2);
  });

  it('leaves alone whoever said no by their link', async () => {
    await join('Fay', 'Oak');
    await onDay('2027-05-24');
    const visitor = handbell.visitor();
    const to = (await visitor.send(`${await linkOf('Fay')}/decline`)).headers.get('location') ?? '';
    await visitor.post(to, hiddenFields((await visitor.get(to)).text, to));
    await onDay('2027-06-07');
    expect(await mailsTo('Fay')).toHaveLength(1);
  });

  it('lets the office take a link back and send a new one', async () => {
    await join('Gil', 'Oak');
    await onDay('2027-06-08');
    const old = await linkOf('Gil');
    const desk = await handbell.signIn(school, ['office']);
    const people = (await desk.get(`${COVERAGE}/people`)).text;
    const page = new RegExp(`href="(${COVERAGE}/people/[^"]+)"><bdi>Gil`).exec(people)?.[1] ?? '';
    await desk.post(`${page}/revoke`, {}, page);
    expect((await handbell.visitor().get(old)).text).toContain('does not work any more');
    expect((await handbell.visitor().get(old)).text).not.toContain('Gil');
    await desk.post(`${page}/ask`, {}, page);
    const fresh = await linkOf('Gil');
    expect(fresh).not.toBe(old);
    expect((await handbell.visitor().get(fresh)).text).toContain('For <bdi>Gil</bdi>');
    expect((await desk.post(`${page}/ask`, {}, page)).status).toBe(409);
  });

  it('asks nobody again after a small change, and everybody but those who stopped after a material one', async () => {
    const link = await linkOf('Dee');
    await handbell.visitor().post(`${link}/stop`, { go: 'stop' }, `${link}/stop`);
    const desk = await handbell.signIn(school, ['office', 'head']);
    const days = { adopted: '2027-06-08', from: '2027-06-08' };
    const sent = (await mails()).length;
    await putThrough(desk, await bringIn(desk, policyFile('church-primary.txt')), {
      ...days,
      material: 'no',
    });
    await onDay('2027-06-09');
    expect(await mails()).toHaveLength(sent);
    expect((await handbell.visitor().send(await linkOf('Ann'))).headers.get('location')).toBe(
      '/s/oak/agree/yours',
    );
    await putThrough(desk, await bringIn(desk, policyFile('infant-school.txt')), {
      ...days,
      material: 'yes',
    });
    await onDay('2027-06-10');
    const after = await mails();
    expect(after.length).toBe(sent + 6);
    expect(await mailsTo('Ann')).toHaveLength(2);
    expect(await mailsTo('Dee')).toHaveLength(3);
  });
});
