import sharp from 'sharp';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  ANSWERS,
  chatText,
  checkPage,
  codeOn,
  excerptOf,
  lastConcern,
  raise,
  sendToken,
} from '../../../test/concerns.ts';
import { startTestHandbell, type TestHandbell, type TestSchool } from '../../../test/handbell.ts';
import { idSchema } from '../../platform/ids.ts';
import { saveYear } from '../../schools/calendar-store.ts';
import { listEvidence, openEvidence } from '../evidence/store.ts';

let handbell: TestHandbell;
let school: TestSchool;
beforeAll(async () => {
  handbell = await startTestHandbell();
  school = await handbell.newSchool();
});
afterAll(() => handbell.stop());
// Each test is a new caller: the limits are tested by themselves.
beforeEach(async () => {
  await handbell.asOwner('delete from rate_limit');
});

const base = '/s/oakfield/concern';
const count = async () => Number((await handbell.asOwner('select count(*) as n from concern'))[0]?.n);

describe('raising a concern', () => {
  it('begins with the safety question, and with a way to leave quickly on every page', async () => {
    const { status, text, headers } = await handbell.visitor().get(base);
    expect(status).toBe(200);
    expect(text).toContain('Is a child in danger right now?');
    expect(text).toContain('Leave this page now');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('leads somebody in an emergency to 999 and the safeguarding lead, and lets them go on', async () => {
    const visitor = handbell.visitor();
    const page = await visitor.post(`${base}/tell`, { step: 'danger', danger: 'yes' });
    expect(page.text).toContain('tel:999');
    expect(page.text).toContain('Priya Nair');
    const next = await visitor.post(`${base}/tell`, { step: 'emergency', danger: 'yes' });
    expect(next.text).toContain('How do you want to tell us?');
    expect(next.text).toContain('name="danger" value="yes"');
  });

  it('shows what can and cannot be promised, with confidential chosen, before a word is written', async () => {
    const page = await handbell.visitor().post(`${base}/tell`, { step: 'danger', danger: 'no' });
    expect(page.text).toContain('Read what we can and cannot promise');
    expect(page.text).toMatch(/value="confidential" checked/);
    expect(page.text).not.toContain('<textarea');
  });

  it('walks through all its pages, carries everything along and keeps nothing', async () => {
    const visitor = handbell.visitor();
    const before = await count();
    const answers: Record<string, string | readonly string[]> = {};
    const asked: string[] = [];
    let step = 'danger';
    for (let turn = 0; turn < 20 && step !== 'check'; turn += 1) {
      const page = await visitor.post(`${base}/tell`, { ...ANSWERS, ...answers, step });
      expect(page.status).toBe(200);
      expect(page.text).toContain('Leave this page now');
      step = /name="step" value="([a-z]+)"/.exec(page.text)?.[1] ?? '';
      asked.push(step);
    }
    expect(asked).toEqual([
      'mode',
      'matter',
      'about',
      'behalf',
      'place',
      'when',
      'words',
      'subject',
      'affected',
      'accused',
      'child',
      'hope',
      'contact',
      'pictures',
      'check',
    ]);
    expect(await count()).toBe(before);
  });

  it('says what is wrong on the page it is wrong on, and keeps what was typed', async () => {
    const page = await handbell.visitor().post(`${base}/tell`, {
      ...ANSWERS,
      step: 'when',
      'when-day': '31',
      'when-month': '2',
    });
    expect(page.status).toBe(422);
    expect(page.text).toContain('Enter a real day');
    expect(page.text).toContain('value="31"');
    expect(page.text).toContain(String(ANSWERS.words));
  });

  it('says in plain words what an email address looks like', async () => {
    const page = await handbell
      .visitor()
      .post(`${base}/tell`, { ...ANSWERS, step: 'contact', email: 'sam@' });
    expect(page.status).toBe(422);
    expect(page.text).toContain('Enter an email address like name@example.org, or leave it empty');
  });

  it('shows every answer on the check, what it is about among them, each with a way to change it', async () => {
    const { text } = await handbell.visitor().post(`${base}/tell`, { ...ANSWERS, step: 'pictures' });
    expect(text).toContain('Words that somebody wrote or said');
    expect(text).toContain('value="change:matter"');
  });

  it('goes back without asking for an answer', async () => {
    const page = await handbell
      .visitor()
      .post(`${base}/tell`, { ...ANSWERS, step: 'about', about: '', go: 'back' });
    expect(page.status).toBe(200);
    expect(page.text).toContain('What is this about?');
  });

  it('comes straight back to the check after a change, or to what the change brings up', async () => {
    const visitor = handbell.visitor();
    const all = { ...ANSWERS, step: 'check', go: 'change:hope' };
    const hope = await visitor.post(`${base}/tell`, all);
    expect(hope.text).toContain('name="changing" value="yes"');
    const back = await visitor.post(`${base}/tell`, {
      ...ANSWERS,
      hope: 'Peace.',
      step: 'hope',
      changing: 'yes',
    });
    expect(back.text).toContain('Check your answers');
    expect(back.text).toContain('Peace.');
    const teacher = { ...ANSWERS, about: 'teacher', step: 'about', changing: 'yes' };
    expect((await visitor.post(`${base}/tell`, teacher)).text).toContain('Before you write about a teacher');
    const unnamed = { ...ANSWERS, name: '', step: 'mode', changing: 'yes' };
    expect((await visitor.post(`${base}/tell`, unnamed)).text).toContain('Who are you?');
  });

  it('warns of the reporting restriction in England and Wales when a teacher is spoken of', async () => {
    const page = await handbell
      .visitor()
      .post(`${base}/tell`, { ...ANSWERS, step: 'about', about: 'teacher' });
    expect(page.text).toContain('the law forbids');
  });

  it('warns of it too when a parent’s words were about staff, and goes on from there', async () => {
    const visitor = handbell.visitor();
    const about = { ...ANSWERS, about: 'parent', affected: ['staff', 'me'] };
    const page = await visitor.post(`${base}/tell`, { ...about, step: 'affected' });
    expect(page.text).toContain('Before you write about a teacher');
    expect(page.text).toContain('the law forbids');
    const on = await visitor.post(`${base}/tell`, { ...about, step: 'accused' });
    expect(on.text).toContain('Could the person who wrote it be a child?');
  });

  it('shows the way to the complaints procedure, and lets them go on', async () => {
    const visitor = handbell.visitor();
    const page = await visitor.post(`${base}/tell`, { ...ANSWERS, step: 'matter', matter: 'complaint' });
    expect(page.text).toContain('complaints procedure');
    expect(page.text).toContain('office@oakfield.example.org');
    const on = await visitor.post(`${base}/tell`, { ...ANSWERS, step: 'complaint', matter: 'complaint' });
    expect(on.text).toContain('Who is it about?');
  });

  it('starts again when a page of it is loaded by address, or something else is posted to it', async () => {
    expect((await handbell.visitor().send(`${base}/tell`)).headers.get('location')).toBe(base);
    expect((await handbell.visitor().post(`${base}/tell`, { step: 'nonsense' })).location).toBe(base);
  });

  it('asks for the text of a mail where it came by mail, and says before any picture what never to send', async () => {
    const visitor = handbell.visitor();
    const mail = await visitor.post(`${base}/tell`, { ...ANSWERS, place: 'email', step: 'words' });
    expect(mail.text).toContain('copy its text in here');
    const pictures = await visitor.post(`${base}/tell`, { ...ANSWERS, step: 'contact' });
    expect(pictures.text).toContain('Never send an indecent picture of a child');
    expect(pictures.text).not.toContain('type="file"');
  });
});

describe('sending it', () => {
  it('keeps it and gives a code, once', async () => {
    const visitor = handbell.visitor();
    const once = sendToken(await checkPage(visitor, school, ANSWERS));
    const sent = await visitor.post(`${base}/send`, { ...ANSWERS, once });
    expect(sent.location).toBe(`${base}/sent`);
    const page = await visitor.get(`${base}/sent`);
    expect(codeOn(page.text)).toMatch(/^[a-z]+(-[a-z]+){4}$/);
    expect(page.text).toContain('Friday 12 March 2027');
    expect((await handbell.visitor().get(`${base}/sent`)).text).toContain('has shown your code already');
  });

  it('takes words that were said and not written, and says so back', async () => {
    const visitor = handbell.visitor();
    const asked = await visitor.post(`${base}/tell`, { ...ANSWERS, step: 'behalf' });
    expect(asked.text).toContain('Face to face, or on the phone');
    const said = { ...ANSWERS, place: 'in-person' };
    const check = await checkPage(visitor, school, said);
    expect(check).toContain('Face to face, or on the phone');
    expect((await visitor.post(`${base}/send`, { ...said, once: sendToken(check) })).location).toBe(
      `${base}/sent`,
    );
    const [row] = await handbell.asOwner("select count(*)::int as n from concern where place = 'in-person'");
    expect(row?.n).toBe(1);
  });

  it('asks whether the code is kept, typed back or ticked, and then forgets it on this device', async () => {
    const visitor = handbell.visitor();
    const once = sendToken(await checkPage(visitor, school, ANSWERS));
    await visitor.post(`${base}/send`, { ...ANSWERS, once });
    const code = codeOn((await visitor.get(`${base}/sent`)).text);
    expect((await visitor.post(`${base}/sent`, {})).text).toContain('Tick the box once you have written');
    const slip = await visitor.post(`${base}/sent`, { typed: 'amber-amber-amber-amber-amber' });
    expect(slip.text).toContain('That is not the code above');
    expect(codeOn(slip.text)).toBe(code);
    const typed = code.replaceAll('-', ' ').toUpperCase();
    expect((await visitor.post(`${base}/sent`, { typed })).location).toBe(`${base}/sent`);
    const after = await visitor.get(`${base}/sent`);
    expect(after.text).toContain('You can close this page');
    expect(after.text).not.toContain(code);
  });

  it('makes one concern with one code of a double press', async () => {
    const visitor = handbell.visitor();
    const before = await count();
    const once = sendToken(await checkPage(visitor, school, ANSWERS));
    await Promise.all([1, 2].map(() => visitor.post(`${base}/send`, { ...ANSWERS, once })));
    const first = codeOn((await visitor.get(`${base}/sent`)).text);
    await visitor.post(`${base}/send`, { ...ANSWERS, once });
    expect(codeOn((await visitor.get(`${base}/sent`)).text)).toBe(first);
    expect(await count()).toBe(before + 1);
  });

  it('refuses a form that did not come from the page, and keeps nothing', async () => {
    const before = await count();
    const sent = await handbell.visitor().post(`${base}/send`, ANSWERS);
    expect(sent.status).toBe(400);
    expect(sent.text).toContain('open for too long');
    expect(await count()).toBe(before);
  });

  it('shows the page that is at fault when something was altered on the way', async () => {
    const visitor = handbell.visitor();
    const once = sendToken(await checkPage(visitor, school, ANSWERS));
    const sent = await visitor.post(`${base}/send`, { ...ANSWERS, about: 'somebody', once });
    expect(sent.status).toBe(422);
    expect(sent.text).toContain('Choose who it is about');
  });

  it('keeps nothing of a form that was cut off on the way', async () => {
    const before = await count();
    const response = await handbell.visitor().send(`${base}/send`, {
      method: 'POST',
      headers: { origin: 'http://localhost:8043', 'content-type': 'multipart/form-data; boundary=x' },
      body: '--x\r\ncontent-disposition: form-data; name="danger"\r\n\r\nno',
    });
    expect(response.status).toBe(400);
    expect(await count()).toBe(before);
  });

  it('keeps nothing when the database fails in the middle of it', async () => {
    await handbell.asOwner('alter table concern_event add constraint broken check (false) not valid');
    const before = await count();
    try {
      await expect(raise(handbell, school)).rejects.toThrow('not taken: 5');
    } finally {
      await handbell.asOwner('alter table concern_event drop constraint broken');
    }
    expect(await count()).toBe(before);
    const reporters = await handbell.asOwner('select 1 from concern_reporter');
    expect(reporters.length).toBeLessThanOrEqual(before);
  });
});

describe('what somebody types', () => {
  it('may be 5,000 words, and not one more', async () => {
    const words = Array.from({ length: 5000 }, (_, index) => `word${index}`).join(' ');
    await raise(handbell, school, { words });
    const page = await handbell
      .visitor()
      .post(`${base}/tell`, { ...ANSWERS, words: `${words} more`, step: 'words' });
    expect(page.status).toBe(422);
    expect(page.text).toContain('Use 5000 words or fewer');
  });

  it('is never markup, whatever was pasted', async () => {
    const words = '<script>alert(1)</script><img src=x onerror=alert(1)><h1 style="color:red">Look</h1>';
    const page = await checkPage(handbell.visitor(), school, {
      ...ANSWERS,
      words,
      subject: '"><svg onload=x>',
    });
    expect(page).not.toContain('<script>alert');
    expect(page).not.toContain('<img src=x');
    expect(page).not.toContain('<svg onload');
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it.each(['Иван Петров', '王小明', 'أحمد علي', 'Şükrü Ö’Brien-Ünal', 'ਗੁਰਪ੍ਰੀਤ', '👩‍👧 Mum of Ash'])(
    'may be a name in any script: %s',
    async (name) => {
      const page = await checkPage(handbell.visitor(), school, { ...ANSWERS, name, subject: name });
      expect(page).toContain('Check your answers');
      expect(page).toContain(name);
    },
  );
});

describe('an excerpt of a chat', () => {
  it('goes with it: shown at the check, kept sealed', async () => {
    const excerpt = JSON.stringify(excerptOf(60, [4], 1));
    const page = await checkPage(handbell.visitor(), school, { ...ANSWERS, words: '', excerpt });
    expect(page).toContain('Miss Larch has to go');
    expect(page).toContain('[number]');
    expect(page).not.toContain('900555');
    await raise(handbell, school, { excerpt, words: '' });
    const [row] = await handbell.asOwner('select excerpt from concern order by id desc limit 1');
    expect(String(row?.excerpt)).not.toContain('Larch');
  });

  const made = excerptOf(60, [4], 1);
  it.each([
    ['no JSON', 'hello'],
    ['something else', '{"a":1}'],
    [
      'a name that was put back',
      JSON.stringify({ ...made, messages: made.messages.map((each) => ({ ...each, who: 'Someone Else' })) }),
    ],
    [
      'a number that was put back',
      JSON.stringify({
        ...made,
        messages: made.messages.map((each) => ({ ...each, text: 'Ring 07700 900555' })),
      }),
    ],
    [
      'a message with another time',
      JSON.stringify({
        ...made,
        messages: made.messages.map((each) => ({ ...each, at: '2027-03-08T23:59:00' })),
      }),
    ],
    ['a field too many', JSON.stringify({ ...made, phone: '07700 900555' })],
    [
      'a whole export',
      JSON.stringify(
        excerptOf(
          60,
          Array.from({ length: 60 }, (_, index) => index),
        ),
      ),
    ],
    [
      'too many messages',
      JSON.stringify(
        excerptOf(
          1000,
          Array.from({ length: 201 }, (_, index) => index),
        ),
      ),
    ],
    ['deep nesting', '['.repeat(20_000)],
  ])('is refused when it is %s', async (_what, excerpt) => {
    const before = await count();
    const page = await handbell.visitor().post(`${base}/tell`, { ...ANSWERS, excerpt, step: 'words' });
    expect(page.status).toBe(422);
    expect(page.text).toContain('What was said?');
    const visitor = handbell.visitor();
    const once = sendToken(await checkPage(visitor, school, ANSWERS));
    expect((await visitor.post(`${base}/send`, { ...ANSWERS, excerpt, once })).status).toBe(422);
    expect(await count()).toBe(before);
  });

  it('is refused when it is heavier than 512 kB, and a posted file of many megabytes as well', async () => {
    const heavy = JSON.stringify({ ...made, root: 'a'.repeat(513 * 1024) });
    const page = await handbell.visitor().post(`${base}/tell`, { ...ANSWERS, excerpt: heavy, step: 'words' });
    expect(page.status).toBe(422);
    expect(page.text).toContain('too long together');
    const huge = await handbell
      .visitor()
      .post(`${base}/tell`, { ...ANSWERS, words: 'x'.repeat(7 * 1024 * 1024), step: 'words' });
    expect(huge.status).toBe(413);
  });
});

describe('a screenshot', () => {
  const picture = async (maker: string) => {
    const drawn = sharp({ create: { width: 60, height: 40, channels: 3, background: '#37c' } }).jpeg();
    const file = maker === '' ? drawn : drawn.withExif({ IFD0: { Make: maker } });
    return (await file.toBuffer()).toString('base64url');
  };

  it('that was cut down goes with it: drawn afresh, sealed on the disk, named by number alone', async () => {
    const one = await picture('');
    const page = await checkPage(handbell.visitor(), school, { ...ANSWERS, picture: [one, one] });
    expect(page).toContain('2 pictures, as cut down by you');
    expect(page.split(one).length).toBe(3);
    await raise(handbell, school, { place: 'email', mailText: 'Miss Larch must go.', picture: [one, one] });
    const concern = idSchema<'concern'>().parse(await lastConcern(handbell));
    const kept = await handbell.services.worker.forSchool(school.id, 'public', async (work) => {
      const all = await listEvidence(work, concern);
      return Promise.all(all.map(async ({ id }) => openEvidence(work, concern, id)));
    });
    expect(kept.map(({ evidence }) => evidence.name)).toEqual(['Email, pasted', 'Picture 1', 'Picture 2']);
    expect(Buffer.from(kept[0]?.content.bytes ?? []).toString()).toBe('Miss Larch must go.');
    expect(kept[1]?.content.type).toBe('image/jpeg');
  });

  it('that still says where it comes from is refused, as is any other file, with nothing lost', async () => {
    const before = await count();
    const visitor = handbell.visitor();
    const camera = { ...ANSWERS, picture: await picture('ExamplePhone') };
    const page = await visitor.post(`${base}/tell`, { ...camera, step: 'pictures' });
    expect(page.status).toBe(422);
    expect(page.text).toContain('cut down on your device');
    expect(page.text).toContain(String(ANSWERS.words));
    const once = sendToken(await checkPage(visitor, school, ANSWERS));
    expect((await visitor.post(`${base}/send`, { ...camera, once })).text).toContain(
      'cut down on your device',
    );
    const chat = new File([chatText(60)], 'WhatsApp Chat.txt', { type: 'text/plain' });
    for (const name of ['picture', 'chat', 'excerpt']) {
      const sent = await visitor.post(`${base}/send`, { ...ANSWERS, [name]: chat, once });
      expect(sent.status).toBe(422);
      expect(sent.text).toContain('Whole chats and other files are never taken');
    }
    expect(await count()).toBe(before);
  });

  it('is one of four at most', async () => {
    const five = Array.from({ length: 5 }, () => 'UEsDBA');
    const page = await handbell
      .visitor()
      .post(`${base}/tell`, { ...ANSWERS, picture: five, step: 'pictures' });
    expect(page.status).toBe(422);
  });
});

describe('in the holidays', () => {
  it('says when school opens again, on the page with the code', async () => {
    const other = await handbell.newSchool('shut');
    const on = (text: string) => Temporal.PlainDate.from(text);
    await handbell.services.worker.forSchool(other.id, 'command', (work) =>
      saveYear(work, {
        name: '2026 to 2027',
        terms: [
          { season: 'spring', from: on('2027-01-05'), to: on('2027-03-05') },
          { season: 'summer', from: on('2027-04-12'), to: on('2027-07-21') },
        ],
        closed: [],
      }),
    );
    const visitor = handbell.visitor();
    const once = sendToken(await checkPage(visitor, other, ANSWERS));
    const sent = await visitor.post('/s/shut/concern/send', { ...ANSWERS, once });
    const page = await visitor.get(sent.location);
    expect(codeOn(page.text)).not.toBe('');
    expect(page.text).toContain('School is closed until Monday 12 April 2027');
  });
});

describe('a concern about the Head Teacher', () => {
  it('is not taken while nobody else could read it, and says who to write to', async () => {
    const other = await handbell.newSchool('nobody-yet');
    await handbell.signIn(other, ['head']);
    const page = await handbell
      .visitor()
      .post('/s/nobody-yet/concern/tell', { ...ANSWERS, step: 'about', about: 'head' });
    expect(page.text).toContain('Please do not send this here');
    const visitor = handbell.visitor();
    const once = sendToken(await checkPage(visitor, other, ANSWERS));
    const sent = await visitor.post('/s/nobody-yet/concern/send', { ...ANSWERS, about: 'head', once });
    expect(sent.status).toBe(409);
  });

  it('goes to the Chair, who is told by a mail without content', async () => {
    const other = await handbell.newSchool('with-chair');
    await handbell.signIn(other, ['chair']);
    const page = await handbell
      .visitor()
      .post('/s/with-chair/concern/tell', { ...ANSWERS, step: 'about', about: 'head' });
    expect(page.text).toContain('the Chair of Governors');
    await raise(handbell, other, { about: 'head' });
    const mails = await handbell.asOwner('select kind from mail where school_id = $1', [other.id]);
    expect(mails.map((mail) => mail.kind)).toEqual(['desk-news']);
  });
});
