import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  startTestHandbell,
  type TestHandbell,
  type TestSchool,
  type Visitor,
} from '../../../test/handbell.ts';
import { policyFile, withPolicy } from '../../../test/policy.ts';

let handbell: TestHandbell;
let school: TestSchool;
let office: Visitor;
const SPACE = '/s/oakfield/moderators/mine';

beforeAll(async () => {
  handbell = await startTestHandbell();
  school = await handbell.newSchool();
  office = await withPolicy(handbell, school, policyFile('church-primary.txt'));
  await office.post('/desk/groups/classes', { classes: 'Oak\nElm' }, '/desk/groups/classes');
});
afterAll(() => handbell.stop());

async function register(name: string): Promise<string> {
  const [row] = await handbell.asOwner('select id from school_class order by position limit 1');
  const entry = { name, kind: 'class', classes: String(row?.id), reach: 'chat' };
  return (await office.post('/desk/groups/new', entry, '/desk/groups/new')).location;
}

/** Asks somebody, and gives the address of the link that the office is shown. */
async function ask(group: string, name: string, more: Record<string, string> = {}): Promise<string> {
  const asked = await office.post(`${group}/moderators`, { name, contact: '', term: 'year', ...more }, group);
  expect(asked.status).toBe(303);
  return linkOn(asked.location);
}

async function linkOn(page: string): Promise<string> {
  const { text } = await office.get(page);
  return /http:\/\/localhost:8043(\/s\/[^<]+)/.exec(text)?.[1] ?? '';
}

/** Somebody who has opened their link on a device of their own. */
async function enter(link: string): Promise<Visitor> {
  const visitor = handbell.visitor();
  expect((await visitor.get(link)).text).toContain('Open my page');
  expect((await visitor.post(link, {}, link)).status).toBe(303);
  return visitor;
}

/** The page of their first group. */
async function placeOf(visitor: Visitor): Promise<string> {
  const { text } = await visitor.get(SPACE);
  return /href="([^"]+\/group\/[0-9a-f-]+)"/.exec(text)?.[1] ?? '';
}

const states = async () =>
  (await handbell.asOwner('select state, until_day from chat_moderator order by id')).map((row) => row.state);

describe('somebody asked to look after a group', () => {
  it('opens their link, reads what it is, and says yes by themselves', async () => {
    const group = await register('Oak families');
    const sam = await enter(await ask(group, 'Sam Okoro'));
    const place = await placeOf(sam);
    const { text } = await sam.get(place);
    expect(text).toContain('What you need not do');
    expect(text).toContain('It cannot instruct you');
    expect(await states()).toEqual(['asked']);
    await sam.post(`${place}/answer`, { answer: 'accept' }, place);
    expect(await states()).toEqual(['accepted']);
    expect((await office.get(group)).text).toContain('Said yes');
  });

  it('may say no: what they gave to be reached by goes, and so does their link', async () => {
    const group = await register('Said no');
    const link = await ask(group, 'Noor Aziz', { contact: '07700 900444' });
    const noor = await enter(link);
    const place = await placeOf(noor);
    const { location } = await noor.post(`${place}/answer`, { answer: 'decline' }, place);
    const { text } = await noor.get(location);
    expect(text).toContain('The office knows that you said no. That is fine.');
    expect(text).toContain('You look after no group now');
    expect(text).not.toContain('Open your link first');
    const [row] = await handbell.asOwner("select contact from chat_moderator where state = 'declined'");
    expect(row).toEqual({ contact: null });
    expect((await noor.get(SPACE)).status).toBe(303);
    expect((await handbell.visitor().get(link)).status).toBe(410);
    const late = await office.post(`${group}/moderators/${place.split('/').at(-1) ?? ''}/end`, {}, group);
    expect([late.status, late.text]).toEqual([409, expect.stringContaining('This person has said no.')]);
    expect(late.text).not.toContain('changed it last');
  });

  it('gets the link by mail when they have an address, without a name or a group in it', async () => {
    const group = await register('By mail');
    const contact = 'mail.only@example.org';
    const answer = await office.post(
      `${group}/moderators`,
      { name: 'Mary Mail', contact, term: 'open', mail: 'yes' },
      group,
    );
    expect(answer.location).toBe(group);
    const mails = await handbell.asOwner("select kind from mail where kind = 'volunteer-link'");
    expect(mails).toHaveLength(1);
  });

  it('has one link for all their groups', async () => {
    const [first, second] = [await register('First'), await register('Second')];
    const twice = await enter(await ask(first, 'Twice Over'));
    const form = await office.get(second);
    const person = /<option value="([0-9a-f-]+)"[^>]*>Twice Over/.exec(form.text)?.[1] ?? '';
    const both = await office.post(
      `${second}/moderators`,
      { name: '', contact: '', person, term: 'open' },
      second,
    );
    expect(both.location).toBe(second);
    const { text } = await twice.get(SPACE);
    expect(text).toContain('First');
    expect(text).toContain('Second');
    const again = await office.post(
      `${second}/moderators`,
      { name: '', contact: '', person, term: 'open' },
      second,
    );
    expect(again.text).toContain('They look after this group already');
  });
});

describe('a moderator', () => {
  it('ticks what is set up; the office sees how much, and a parent without a link sees nothing', async () => {
    const group = await register('Ticked');
    const ada = await enter(await ask(group, 'Ada Lind'));
    const place = await placeOf(ada);
    await ada.post(`${place}/answer`, { answer: 'accept' }, place);
    await ada.post(`${place}/checklist`, { done: ['purpose', 'approve', 'no-such-thing'] }, place);
    expect((await office.get(group)).text).toContain('2 of 7 things');
    await ada.post(`${place}/checklist`, {}, place);
    expect((await office.get(group)).text).toContain('0 of 7 things');
    const stranger = await handbell.visitor().get(place);
    expect(stranger.status).toBe(303);
    expect(stranger.headers.get('location')).toContain('/no-link');
  });

  it('suggests somebody; the office asks them, or takes them off the list', async () => {
    const group = await register('Handed over');
    const old = await enter(await ask(group, 'Old Hand'));
    const place = await placeOf(old);
    await old.post(`${place}/answer`, { answer: 'accept' }, place);
    await old.post(`${place}/propose`, { name: 'New Hand', contact: 'new.hand@example.org' }, place);
    expect((await office.get('/desk')).text).toContain('suggested as a moderator');
    const { text } = await office.get(group);
    expect(text).toContain('Proposed');
    const [row] = await handbell.asOwner("select id from chat_moderator where state = 'proposed'");
    const sent = await office.post(`${group}/moderators/${String(row?.id)}/link`, { by: 'mail' }, group);
    expect(sent.location).toBe(group);
    expect((await office.get(group)).text).toContain('Asked, no answer yet');
    await old.post(`${place}/carry-on`, { answer: 'stop' }, place);
    expect((await old.get(SPACE)).status).toBe(303);
  });

  it('is asked each September whether they carry on, and nobody stops by silence', async () => {
    const group = await register('Carried on');
    const eve = await enter(await ask(group, 'Eve Carry'));
    const place = await placeOf(eve);
    await eve.post(`${place}/answer`, { answer: 'accept' }, place);
    const page = '/desk/groups/carry-on';
    expect((await office.get(page)).text).toContain('Eve Carry');
    await office.post(page, {}, page);
    expect((await eve.get(place)).text).toContain('Do you carry on?');
    const before = await handbell.asOwner('select 1 from chat_moderator where until_day is null');
    handbell.clock.advance({ months: 2 });
    expect(await handbell.asOwner('select 1 from chat_moderator where until_day is null')).toEqual(before);
    await eve.post(`${place}/carry-on`, { answer: 'confirm' }, place);
    expect((await eve.get(place)).text).not.toContain('Do you carry on?');
  });

  it('cannot reach somebody else’s place, nor use a ticket of their own making', async () => {
    const one = await enter(await ask(await register('Mine'), 'One'));
    const other = await enter(await ask(await register('Theirs'), 'Other'));
    const place = await placeOf(one);
    expect((await other.get(place)).status).toBe(404);
    const forged = handbell.visitor();
    const ticket = `${'0'.repeat(8)}-0000-7000-8000-000000000000.99999999999.AAAA`;
    const response = await forged.send(SPACE, { headers: { cookie: `handbell_moderator=${ticket}` } });
    expect(response.status).toBe(303);
  });

  it('is out at once when the office makes a new link', async () => {
    const group = await register('New link');
    const before = await enter(await ask(group, 'Renewed'));
    const [row] = await handbell.asOwner('select id from chat_moderator order by id desc limit 1');
    const shown = await office.post(`${group}/moderators/${String(row?.id)}/link`, { by: 'hand' }, group);
    expect((await before.get(SPACE)).status).toBe(303);
    const after = await enter(await linkOn(shown.location));
    expect((await after.get(SPACE)).text).toContain('New link');
  });
});

describe('a general note to moderators', () => {
  it('goes by mail to those who said yes, from a list that can name nobody', async () => {
    const group = await register('Noted');
    const kim = await enter(await ask(group, 'Kim Note', { contact: 'kim.note@example.org' }));
    const none = await office.post(`${group}/notice`, { topic: 'respect' }, group);
    expect((await office.get(none.location)).text).toContain('Nobody could be sent the note');
    const place = await placeOf(kim);
    await kim.post(`${place}/answer`, { answer: 'accept' }, place);
    await office.post(`${group}/notice`, { topic: 'respect' }, group);
    const mails = await handbell.asOwner("select 1 from mail where kind = 'moderator-notice'");
    expect(mails).toHaveLength(1);
    const typed = await office.post(`${group}/notice`, { topic: 'Sam Okoro swore' }, group);
    expect(typed.status).toBe(422);
  });
});

describe('what every moderator may read', () => {
  it.each(['', '/happened', '/words', '/removal', '/set-up', '/card'])('“%s” needs no link', async (page) => {
    const { status, text } = await handbell.visitor().get(`/s/oakfield/moderators${page}`);
    expect(status).toBe(200);
    expect(text).toContain('<h1>');
  });

  it('has the school’s own rules on the card, with the policy’s address', async () => {
    const { text } = await handbell.visitor().get('/s/oakfield/moderators/card');
    expect(text).toContain('The whole policy: http://localhost:8043/s/oakfield');
    expect(text).toContain('https://wa.me/?text=');
  });
});
