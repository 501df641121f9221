import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type CaseSchool, caseSchool, must, press, send, words } from '../../test/cases.ts';
import { startTestHandbell } from '../../test/handbell.ts';
import { dayFields } from '../../test/policy.ts';
import { mineOf, parentOf, spokenCase } from '../../test/subject.ts';
import { remindOfMeetings } from './jobs.ts';

let at: CaseSchool;
let mine = '';
beforeAll(async () => {
  at = await caseSchool(await startTestHandbell(), 'oakfield');
  mine = mineOf(at);
});
afterAll(() => at.handbell.stop());
beforeEach(async () => {
  at.handbell.clock.set('2027-03-09T10:00:00Z');
  await at.handbell.asOwner('delete from rate_limit');
});

const TIMES = {
  ...dayFields('slot1', '2027-03-11'),
  'slot1-time': '3.30pm',
  ...dayFields('slot2', '2027-03-12'),
  'slot2-time': '9am',
  ...dayFields('reply', '2027-03-11'),
};
const INVITATION = {
  purpose: 'We would like to hear how it looks from your side.',
  agenda: 'What happened on Tuesday\nWhat would put it right',
  attendees: 'Hari Handler, who listens and takes notes',
  how: 'school',
  place: 'the small room by the office',
  minutes: '45',
  papers: '',
  ...TIMES,
};
const NOTES = {
  ownWords: 'yes',
  attended: 'Alex Rowan\nHari Handler',
  began: '3.30pm',
  ended: '4.10pm',
  school: 'We said what was told to us.',
  parent: 'Alex said that it was a bad day.',
  account: 'Alex was upset about the trip, wrote it in a hurry and is sorry.',
  agreed: 'The message was taken down the same evening.',
  disagreed: '',
  what1: 'Write to the class about how to raise worries',
  what2: 'Talk to the class teacher',
  who2: 'parent',
  ...dayFields('by1', '2027-03-18'),
  ...dayFields('by2', '2027-03-18'),
};

/** Offers a meeting; gives its address on the desk. */
async function offered(page: string): Promise<string> {
  const letter = await must(at.handler, `${page}/meetings/new`, INVITATION);
  expect(letter).toMatch(/\/letters\/[0-9a-f-]+$/);
  const list = (await at.handler.get(`${page}/meetings`)).text;
  return new RegExp(`href="(${page}/meetings/[0-9a-f-]+)"`).exec(list)?.[1] ?? '';
}

const ownAddress = (meeting: string) => `${mine}/meetings/${meeting.split('/').at(-1)}`;

/** The first time on a page. */
const slotOn = (text: string, which = 0) =>
  [...text.matchAll(/name="slot" type="radio" value="([^"]+)"/g)][which]?.[1] ?? '';

async function chosen(page: string) {
  const meeting = await offered(page);
  const parent = await parentOf(at, page);
  const own = ownAddress(meeting);
  await must(parent, own, { slot: slotOn((await parent.get(own)).text) }, `${own}/choose`);
  return { meeting, parent, own };
}

describe('an invitation', () => {
  it('says what D4 asks for, on the parent’s page and in the letter', async () => {
    const page = await spokenCase(at);
    const meeting = await offered(page);
    const parent = await parentOf(at, page);
    expect(words((await parent.get(`${mine}/page`)).text)).toContain('Choose a time to talk');
    const own = words((await parent.get(ownAddress(meeting))).text);
    for (const each of [
      'Thursday 11 March 2027 at 3.30pm',
      'Friday 12 March 2027 at 9am',
      'We would like to hear how it looks from your side.',
      'What would put it right',
      'Hari Handler, who listens and takes notes',
      'the small room by the office',
      'About 45 minutes',
      'You can bring somebody with you',
      'interpreter',
      'outside your working hours',
      'or write to us',
      'You get a copy and can correct it',
      'Please tell us by Thursday 11 March 2027. If you do not answer, we try again',
    ])
      expect(own).toContain(each);
    const letter = /href="([^"]+\/letters\/[0-9a-f-]+)"/.exec((await at.handler.get(page)).text)?.[1] ?? '';
    expect(words((await at.handler.get(letter)).text)).toContain('Thursday 11 March 2027 at 3.30pm');
  });

  it('needs two times that are still to come', async () => {
    const page = await spokenCase(at);
    const one = await send(at.handler, `${page}/meetings/new`, { ...INVITATION, 'slot2-time': '' });
    expect(one.status).toBe(422);
    expect(words(one.text)).toContain('Enter a time, such as 3.30pm');
  });
});

describe('a time', () => {
  it('is chosen by the parent, who gets a receipt and a calendar file, and the school is told', async () => {
    const page = await spokenCase(at);
    const { meeting, parent, own } = await chosen(page);
    expect(words((await parent.get(own)).text)).toContain('We meet on Thursday 11 March 2027 at 3.30pm');
    const file = await parent.send(`${own}/meeting.ics`);
    expect(file.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const text = await file.text();
    expect(text).toContain('DTSTART:20270311T153000Z');
    expect(text).not.toMatch(/Alex|Rowan|trip|M-2027/);
    expect(words((await at.handler.get(meeting)).text)).toContain('Time agreed');
    expect(words((await at.handler.get(page)).text)).toContain('Tell the others: the parent chose a time');
    expect(words((await at.handler.get('/desk')).text)).toContain('Meet a parent (M-2027-');
  });

  it('chosen by two at once is chosen once: the other is told', async () => {
    const page = await spokenCase(at);
    const meeting = await offered(page);
    const { text } = await at.handler.get(meeting);
    const form = { version: '1', once: /name="once" value="([^"]+)"/.exec(text)?.[1] ?? '' };
    const parent = await parentOf(at, page);
    const own = ownAddress(meeting);
    await must(parent, own, { slot: slotOn((await parent.get(own)).text) }, `${own}/choose`);
    const late = await at.handler.post(`${meeting}/choose`, { ...form, slot: slotOn(text, 1) });
    expect(late.status).toBe(409);
    expect(words(late.text)).toContain('Somebody else was quicker');
    // It was the parent: nobody of the school is named for it.
    expect(words(late.text)).not.toContain('changed it last');
  });

  it('that the school called off meanwhile is told to the parent without a name of who did it', async () => {
    const page = await spokenCase(at);
    const meeting = await offered(page);
    const parent = await parentOf(at, page);
    const own = ownAddress(meeting);
    const { text } = await parent.get(own);
    const once = /name="once" value="([^"]+)"/.exec(text)?.[1] ?? '';
    await must(at.handler, meeting, { cancel: 'The room is flooded.' }, `${meeting}/cancel`);
    const late = await parent.post(`${own}/choose`, { slot: slotOn(text), once });
    expect(late.status).toBe(409);
    expect(words(late.text)).toContain('Somebody else was quicker');
    expect(words(late.text)).not.toMatch(/Hari Handler|changed it last/);
  });

  it('that does not suit is answered with others, and one called off says why', async () => {
    const page = await spokenCase(at);
    const { meeting, parent, own } = await chosen(page);
    await must(parent, own, { times: 'Only after six.' }, `${own}/times`);
    expect(words((await at.handler.get(`${page}/parent-page`)).text)).toContain('Only after six.');
    const later = {
      ...TIMES,
      ...dayFields('slot1', '2027-03-15'),
      'slot1-time': '6.30pm',
      why: 'You asked for evenings.',
    };
    await must(at.handler, meeting, later, `${meeting}/move`);
    const moved = words((await parent.get(own)).text);
    expect(moved).toContain('You asked for evenings.');
    expect(moved).toContain('Monday 15 March 2027 at 6.30pm');
    await must(at.handler, meeting, { cancel: 'It is settled already.' }, `${meeting}/cancel`);
    expect(words((await parent.get(own)).text)).toContain(
      'This meeting is cancelled You do not need to come. It is settled',
    );
  });

  it('is called to mind once, by a mail that says nothing, where the parent agreed to mail', async () => {
    const page = await spokenCase(at);
    await chosen(page);
    const link = { email: 'alex@home.example.org', agreed: 'yes' };
    await must(at.handler, `${page}/parent-page`, link, `${page}/parent-page/link`);
    at.handbell.clock.set('2027-03-10T16:00:00Z');
    const { worker, origin } = at.handbell.services;
    const remind = () => worker.forSchool(at.school.id, 'job:test', (work) => remindOfMeetings(work, origin));
    await at.handbell.asOwner("delete from mail where kind = 'own-page-news'");
    await remind();
    const mails = () => at.handbell.asOwner("select kind from mail where kind = 'own-page-news'");
    expect((await mails()).length).toBe(1);
    expect(await remind()).toBe(0);
    expect((await mails()).length).toBe(1);
  });
});

describe('a meeting held', () => {
  it('counts as hearing the parent, has notes that they correct, and actions that become tasks', async () => {
    const page = await spokenCase(at);
    const { meeting, own } = await chosen(page);
    const early = await send(at.handler, `${meeting}/notes`, { ...NOTES, who1: at.handler.member });
    expect(early.status).toBe(409);
    at.handbell.clock.set('2027-03-11T16:30:00Z');
    await must(at.handler, `${meeting}/notes`, { ...NOTES, who1: at.handler.member });
    // The page they had open two days ago is closed by now.
    const parent = await parentOf(at, page);
    const story = words((await at.handler.get(page)).text);
    expect(story).toContain('Heard the parent');
    expect(story).toContain('wrote it in a hurry and is sorry');
    expect(words((await parent.get(own)).text)).not.toContain('bad day');
    await must(at.handler, meeting, {}, `${meeting}/share`);
    const shared = words((await parent.get(own)).text);
    for (const each of [
      'Alex said that it was a bad day.',
      'taken down the same evening',
      'You , by Thursday 18 March',
    ])
      expect(shared).toContain(each);
    await must(parent, own, { words: 'I did not say that it was a bad day.' }, `${own}/comment`);
    expect(words((await at.handler.get(meeting)).text)).toContain('I did not say that it was a bad day.');
    const after = words((await at.handler.get(page)).text);
    expect(after).toContain('Write to the class about how to raise worries');
    expect(after).not.toContain('Talk to the class teacher');
    await press(at.handler, page, 'assessment/start');
  });

  it('that the parent missed is a try to reach them, and new times are offered', async () => {
    const page = await spokenCase(at);
    const { meeting, own } = await chosen(page);
    at.handbell.clock.set('2027-03-11T16:30:00Z');
    await must(at.handler, meeting, { missed: 'We waited, and phoned twice.' }, `${meeting}/missed`);
    const parent = await parentOf(at, page);
    const story = words((await at.handler.get(page)).text);
    expect(story).toContain('Tried to reach the parent');
    expect(story).toContain('We waited, and phoned twice.');
    const seen = words((await parent.get(own)).text);
    expect(seen).toContain('Nothing is held against you');
    expect(seen).not.toContain('phoned twice');
    const again = { ...TIMES, ...dayFields('reply', '2027-03-16'), why: 'You could not come.' };
    const days = { ...dayFields('slot1', '2027-03-16'), ...dayFields('slot2', '2027-03-17') };
    await must(at.handler, meeting, { ...again, ...days }, `${meeting}/move`);
    expect(words((await parent.get(own)).text)).toContain('Tuesday 16 March 2027 at 3.30pm');
  });

  it('is arranged and seen by nobody who does not see its case', async () => {
    const page = await spokenCase(at);
    const meeting = await offered(page);
    expect((await at.office.get(meeting)).status).toBe(403);
    expect((await at.chair.get(meeting)).status).toBe(404);
    const other = await parentOf(at, await spokenCase(at));
    expect((await other.get(ownAddress(meeting))).status).toBe(404);
  });
});
