import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { excerptOf, lastConcern, raise } from '../../../test/concerns.ts';
import {
  startTestHandbell,
  type TestHandbell,
  type TestSchool,
  type Visitor,
} from '../../../test/handbell.ts';
import type { Role } from '../../people/roles.ts';
import type { MemberId } from '../../platform/ids.ts';

type Member = Visitor & { readonly member: MemberId };

let handbell: TestHandbell;
let school: TestSchool;
const people = new Map<string, Member>();
beforeAll(async () => {
  handbell = await startTestHandbell();
  school = await handbell.newSchool();
  const roles: readonly Role[] = [
    'office',
    'handler',
    'head',
    'safeguarding',
    'chair',
    'governor',
    'clerk',
    'admin',
    'data',
  ];
  for (const role of roles) people.set(role, await handbell.signIn(school, [role], `Example ${role}`));
  people.set('deputy', await handbell.signIn(school, ['handler'], 'Example deputy'));
});
afterAll(() => handbell.stop());
beforeEach(async () => {
  await handbell.asOwner('delete from rate_limit');
});

function as(role: string): Member {
  const found = people.get(role);
  if (!found) throw new Error(role);
  return found;
}

async function fresh(overrides: Parameters<typeof raise>[2] = {}): Promise<string> {
  await raise(handbell, school, overrides);
  return lastConcern(handbell);
}

async function act(role: string, id: string, name: string, fields: Readonly<Record<string, string>>) {
  const page = `/desk/concerns/${id}`;
  const [row] = await handbell.asOwner('select version from concern where id = $1', [id]);
  const once = await as(role)
    .token('/desk/concerns/log')
    .then((token) => token || as('handler').token('/desk/concerns/log'));
  return as(role).post(`${page}/${name}`, { version: String(row?.version), once, ...fields });
}

async function stateOf(id: string): Promise<unknown> {
  return (await handbell.asOwner('select state from concern where id = $1', [id]))[0]?.state;
}

async function sorted(role: string, overrides: Parameters<typeof raise>[2] = {}): Promise<string> {
  const id = await fresh(overrides);
  expect((await act(role, id, 'screen', { answer: 'no', note: 'Adults only.' })).status).toBe(303);
  expect((await act(role, id, 'interest', { interest: 'clear' })).status).toBe(303);
  return id;
}

describe('the list', () => {
  it('shows references and what is due, no names and no words', async () => {
    await fresh();
    const { text } = await as('handler').get('/desk/concerns');
    expect(text).toMatch(/C-2027-[2-9B-Z]{4}/);
    expect(text).toContain('Safeguarding question: today');
    expect(text).not.toMatch(/Dana|Ada|Larch|Oak class/);
  });

  it('narrows by what stands in the address, and keeps oldest first', async () => {
    const id = await fresh();
    await act('handler', id, 'screen', { answer: 'unsure', note: 'A child is named.' });
    const held = (await as('handler').get('/desk/concerns?show=held')).text;
    expect(held).toContain(id);
    expect(held).not.toContain('Safeguarding question: today');
    expect((await as('handler').get('/desk/concerns?show=nonsense&page=-3')).status).toBe(200);
    expect((await as('handler').get('/desk/concerns?show=late')).text).not.toContain(id);
  });

  it('shows the office that a concern is there, not its words', async () => {
    const id = await fresh();
    expect((await as('office').get('/desk/concerns')).text).toContain(id);
    const page = await as('office').get(`/desk/concerns/${id}`);
    expect(page.status).toBe(200);
    expect(page.text).not.toMatch(/Dana|Larch/);
    expect((await act('office', id, 'screen', { answer: 'no', note: 'x' })).status).toBe(403);
  });

  it('is closed to administrators and data leads', async () => {
    expect((await as('admin').get('/desk/concerns')).status).toBe(403);
    expect((await as('data').get('/desk/concerns')).status).toBe(403);
  });
});

describe('a concern’s page', () => {
  it('gives the words and the transcript, never who reported', async () => {
    const id = await fresh({ excerpt: JSON.stringify(excerptOf(60, [4], 1)) });
    const { text } = await as('handler').get(`/desk/concerns/${id}`);
    expect(text).toContain('chased out of the village');
    expect(text).toContain('Miss Larch has to go');
    expect(text).toContain('(the person this is about)');
    expect(text).toContain('(for context)');
    expect(text).not.toMatch(/Ada Reporter|ada@home|900333/);
  });

  it('shows text of strangers as text', async () => {
    const id = await fresh({ words: '<script>alert(1)</script>', subject: '<img src=x>' });
    const { text } = await as('handler').get(`/desk/concerns/${id}`);
    expect(text).not.toContain('<script>alert');
    expect(text).not.toContain('<img src=x');
  });

  it('is nothing at all for another school', async () => {
    const id = await fresh();
    const other = await handbell.newSchool('elsewhere');
    const stranger = await handbell.signIn(other, ['head']);
    expect((await stranger.get(`/desk/concerns/${id}`)).status).toBe(404);
  });
});

describe('the safeguarding question', () => {
  it('stands before everything else', async () => {
    const id = await fresh();
    const tries: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
      ['interest', { interest: 'clear' }],
      ['about-us', { aboutUs: 'no', why: 'x' }],
      ['acknowledge', { message: 'x' }],
      ['ask', { question: 'x' }],
      ['exit', { exit: 'no-further-action', reason: 'x', message: 'x' }],
      ['identity', { reason: 'x' }],
      ['hold', { worry: 'x' }],
    ];
    for (const [name, fields] of tries) {
      const answer = await act('handler', id, name, fields);
      expect(answer.status, name).toBe(409);
    }
    expect(await stateOf(id)).toBe('received');
  });

  it('answered with yes or not sure puts the hold on and alerts the safeguarding lead at once', async () => {
    const id = await fresh();
    const before = (await handbell.asOwner("select id from mail where kind = 'desk-news'")).length;
    await act('handler', id, 'screen', { answer: 'yes', note: 'A bruise is told of.' });
    expect(await stateOf(id)).toBe('held');
    expect((await handbell.asOwner("select id from mail where kind = 'desk-news'")).length).toBe(before + 1);
    expect((await as('safeguarding').get('/desk')).text).toContain('Safeguarding: look at');
    expect((await as('handler').get('/desk')).text).not.toContain('Safeguarding: look at');
  });

  it('holds everything until the safeguarding lead, and nobody else, releases it with why', async () => {
    const id = await fresh();
    await act('handler', id, 'screen', { answer: 'unsure', note: 'A bruise is told of.' });
    expect(
      (await act('handler', id, 'exit', { exit: 'no-further-action', reason: 'x', message: 'x' })).status,
    ).toBe(409);
    expect((await act('handler', id, 'acknowledge', { message: 'x' })).status).toBe(409);
    expect((await act('handler', id, 'release', { rationale: 'x' })).status).toBe(403);
    expect((await act('head', id, 'release', { rationale: 'x' })).status).toBe(403);
    expect((await act('safeguarding', id, 'release', { rationale: ' ' })).status).toBe(422);
    const released = await act('safeguarding', id, 'release', { rationale: 'Spoke to the family: a fall.' });
    expect(released.status).toBe(303);
    expect(await stateOf(id)).toBe('triage');
    expect((await as('safeguarding').get(`/desk/concerns/${id}`)).text).toContain('a fall');
    expect((await as('handler').get(`/desk/concerns/${id}`)).text).not.toContain('a fall');
  });

  it('was answered by the reporter already: danger alerts at once', async () => {
    const before = (await handbell.asOwner("select id from mail where kind = 'desk-news'")).length;
    const id = await fresh({ danger: 'yes' });
    expect((await handbell.asOwner("select id from mail where kind = 'desk-news'")).length).toBe(before + 1);
    expect((await as('handler').get(`/desk/concerns/${id}`)).text).toContain('Has 999 been called?');
    expect((await act('handler', id, 'screen', { answer: 'no', note: 'x' })).status).toBe(409);
    expect((await as('safeguarding').get('/desk')).text).toContain(id);
    expect((await act('safeguarding', id, 'screen', { answer: 'no', note: 'A mistake.' })).status).toBe(303);
  });
});

describe('nobody deals with a matter of their own', () => {
  it('nothing is decided before it was asked', async () => {
    const id = await fresh();
    await act('handler', id, 'screen', { answer: 'no', note: 'Adults only.' });
    const end = await act('handler', id, 'exit', { exit: 'no-further-action', reason: 'x', message: 'x' });
    expect(end.status).toBe(409);
    expect(end.text).toContain('interest');
  });

  it('whoever hands it over sees nothing of it any more', async () => {
    const id = await fresh();
    await act('handler', id, 'screen', { answer: 'no', note: 'Adults only.' });
    expect((await act('handler', id, 'interest', { interest: 'mine' })).location).toBe('/desk/concerns');
    expect((await as('handler').get(`/desk/concerns/${id}`)).status).toBe(404);
    expect((await as('handler').get('/desk/concerns')).text).not.toContain(id);
    expect((await as('handler').get('/desk')).text).not.toContain(id);
    expect((await as('deputy').get(`/desk/concerns/${id}`)).status).toBe(200);
  });

  it('the last one cannot hand it over to nobody', async () => {
    const small = await handbell.newSchool('small');
    const head = await handbell.signIn(small, ['head']);
    await raise(handbell, small);
    const id = await lastConcern(handbell);
    const page = `/desk/concerns/${id}`;
    await head.post(`${page}/screen`, { version: '1', answer: 'no', note: 'Adults.' }, page);
    const over = await head.post(`${page}/interest`, { version: '2', interest: 'mine' }, page);
    expect(over.status).toBe(409);
    expect(over.text).toContain('Nobody else at the school');
    await handbell.signIn(small, ['handler']);
    expect((await head.post(`${page}/interest`, { version: '2', interest: 'mine' }, page)).status).toBe(303);
  });
});

describe('a safeguarding lead', () => {
  it('cannot leave a concern without one', async () => {
    const small = await handbell.newSchool('one-lead');
    const lead = await handbell.signIn(small, ['safeguarding']);
    await handbell.signIn(small, ['head']);
    await raise(handbell, small);
    const page = `/desk/concerns/${await lastConcern(handbell)}`;
    await lead.post(`${page}/screen`, { version: '1', answer: 'no', note: 'Adults.' }, page);
    const over = await lead.post(`${page}/interest`, { version: '2', interest: 'mine' }, page);
    expect(over.status).toBe(409);
    expect(over.text).toContain('deputy safeguarding lead');
  });
});

describe('about the Head Teacher', () => {
  const hides = async (role: string, id: string) => {
    for (const path of ['/desk/concerns', '/desk/concerns?show=held', '/desk/concerns?show=ended', '/desk']) {
      expect((await as(role).get(path)).text, path).not.toContain(id);
    }
    for (const path of ['', '/exit', '/identity']) {
      expect((await as(role).get(`/desk/concerns/${id}${path}`)).status).not.toBe(200);
    }
    expect((await act(role, id, 'screen', { answer: 'no', note: 'x' })).status).toBeGreaterThanOrEqual(403);
  };

  it('is the Chair’s, and invisible to the Head, the office and handlers', async () => {
    const id = await fresh({ about: 'head' });
    for (const role of ['head', 'office', 'handler', 'governor', 'clerk']) await hides(role, id);
    expect((await as('chair').get('/desk')).text).toContain(id);
    expect((await act('chair', id, 'screen', { answer: 'no', note: 'Adults.' })).status).toBe(303);
    expect((await act('chair', id, 'interest', { interest: 'clear' })).status).toBe(303);
    expect((await act('chair', id, 'about-us', { aboutUs: 'partly', why: 'In part.' })).status).toBe(303);
    const end = { exit: 'staff-route', reason: 'Staff code.', message: 'Thank you.' };
    expect((await act('chair', id, 'exit', end)).status).toBe(303);
    await hides('head', id);
  });

  it('is sent past the Head by whoever finds out, and leaves the Head’s lists at that moment', async () => {
    const id = await fresh();
    await act('handler', id, 'screen', { answer: 'no', note: 'Adults only.' });
    expect((await as('head').get(`/desk/concerns/${id}`)).status).toBe(200);
    expect((await act('handler', id, 'interest', { interest: 'head' })).status).toBe(303);
    await hides('head', id);
    await hides('handler', id);
    expect((await as('chair').get(`/desk/concerns/${id}`)).status).toBe(200);
  });

  it('and a governor too goes to the clerk, who names somebody', async () => {
    const id = await fresh({ about: 'head-and-governors' });
    for (const role of ['head', 'chair', 'governor', 'handler']) await hides(role, id);
    const governor = as('governor');
    expect((await act('clerk', id, 'appoint', { member: as('head').member })).status).toBe(409);
    expect((await act('clerk', id, 'appoint', { member: governor.member })).status).toBe(303);
    expect((await governor.get(`/desk/concerns/${id}`)).status).toBe(200);
    expect((await act('governor', id, 'screen', { answer: 'no', note: 'Adults.' })).status).toBe(303);
  });

  it('where the Head is the safeguarding lead too, is screened and released by the Chair', async () => {
    const small = await handbell.newSchool('head-is-lead');
    const head = await handbell.signIn(small, ['head', 'safeguarding']);
    const chair = await handbell.signIn(small, ['chair']);
    await raise(handbell, small, { about: 'head', danger: 'yes' });
    const id = await lastConcern(handbell);
    const page = `/desk/concerns/${id}`;
    const mails = await handbell.asOwner('select 1 from mail where school_id = $1', [small.id]);
    expect(mails.length).toBeGreaterThan(0);
    expect((await head.get(page)).status).toBe(404);
    expect((await head.get('/desk')).text).not.toContain(id);
    expect(
      (await chair.post(`${page}/screen`, { version: '1', answer: 'yes', note: 'x' }, page)).status,
    ).toBe(303);
    expect((await head.get(page)).status).toBe(404);
    expect((await chair.post(`${page}/release`, { version: '2', rationale: 'Called.' }, page)).status).toBe(
      303,
    );
  });

  it('with a child at risk is the safeguarding lead’s for as long as the hold lasts', async () => {
    const id = await fresh({ about: 'head' });
    expect((await as('safeguarding').get(`/desk/concerns/${id}`)).status).toBe(404);
    await act('chair', id, 'screen', { answer: 'yes', note: 'A child is named.' });
    expect((await as('safeguarding').get(`/desk/concerns/${id}`)).status).toBe(200);
    await act('safeguarding', id, 'release', { rationale: 'Referred, and not at risk.' });
    expect((await as('safeguarding').get(`/desk/concerns/${id}`)).status).toBe(404);
  });
});

describe('sorting it', () => {
  it('asks whether it is a complaint about us before anything else is decided', async () => {
    const id = await sorted('handler');
    expect((await as('handler').get(`/desk/concerns/${id}`)).text).toContain('Is this a complaint about us?');
    const end = { exit: 'no-further-action', reason: 'x', message: 'x' };
    expect((await act('handler', id, 'exit', end)).status).toBe(409);
    await act('handler', id, 'about-us', { aboutUs: 'yes', why: 'About parking.' });
    const page = (await as('handler').get(`/desk/concerns/${id}`)).text;
    expect(page).not.toContain('Open a case');
    expect((await as('handler').get(`/desk/concerns/${id}/exit?to=complaint`)).text).toContain(
      'complaints procedure',
    );
  });

  it('offers a case for what is not', async () => {
    const id = await sorted('handler');
    await act('handler', id, 'about-us', { aboutUs: 'no', why: 'About a parent.' });
    const page = (await as('handler').get(`/desk/concerns/${id}`)).text;
    expect(page).toContain(`/desk/cases/new?concern=${id}`);
  });

  it.each([
    'moderator-matter',
    'complaint',
    'staff-route',
    'pupil-route',
    'not-for-school',
    'no-further-action',
  ])('ends as %s, with its own words for the reporter', async (exit) => {
    const id = await sorted('head');
    await act('head', id, 'about-us', { aboutUs: 'no', why: 'x' });
    const page = (await as('head').get(`/desk/concerns/${id}/exit?to=${exit}`)).text;
    expect(page).toContain('Thank you for telling us');
    expect((await act('head', id, 'exit', { exit, reason: '', message: 'x' })).status).toBe(422);
    expect((await act('head', id, 'exit', { exit, reason: 'Why.', message: 'Words.' })).status).toBe(303);
    expect(await stateOf(id)).toBe('exited');
    expect((await act('head', id, 'exit', { exit, reason: 'Why.', message: 'Words.' })).status).toBe(409);
  });

  it('lets a handler end nothing that is for the Head, the Chair or the safeguarding lead', async () => {
    const id = await sorted('handler');
    await act('handler', id, 'about-us', { aboutUs: 'no', why: 'x' });
    const end = await act('handler', id, 'exit', { exit: 'staff-route', reason: 'x', message: 'x' });
    expect(end.status).toBe(409);
    expect(end.text).toContain('Your role does not include this way out');
  });

  it('tells the second of two who act at once', async () => {
    const id = await fresh();
    const page = `/desk/concerns/${id}`;
    const answer = { version: '1', answer: 'no', note: 'Adults only.' };
    expect((await as('handler').post(`${page}/screen`, answer, page)).status).toBe(303);
    const late = await as('deputy').post(`${page}/hold`, { version: '1', worry: 'x' }, page);
    expect(late.status).toBe(409);
    expect(late.text).toContain('Somebody else has done something');
  });

  it('names what is missing and keeps what was written', async () => {
    const id = await fresh();
    const answer = await act('handler', id, 'screen', { note: 'A thought' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Choose one answer');
    expect(answer.text).toContain('A thought');
  });
});

describe('acknowledging it', () => {
  it('is due in three school days, offered with words that hold to what was promised', async () => {
    const id = await sorted('handler');
    const page = (await as('handler').get(`/desk/concerns/${id}`)).text;
    expect(page).toContain('Thank you for telling us on Tuesday 9 March 2027');
    expect(page).toContain('You told us in confidence');
    expect(page).not.toMatch(/textarea[^>]*>[^<]*Dana/);
    expect((await as('office').get('/desk')).text).toContain('Acknowledge C-2027-');
    expect((await act('office', id, 'acknowledge', { message: 'Thank you.' })).status).toBe(303);
    expect((await act('handler', id, 'acknowledge', { message: 'Again.' })).status).toBe(409);
  });

  it('counts only school days', async () => {
    handbell.clock.set('2027-03-12T18:00:00Z');
    const id = await fresh();
    const [row] = await handbell.asOwner('select acknowledge_by::text as day from concern where id = $1', [
      id,
    ]);
    handbell.clock.set('2027-03-09T10:00:00Z');
    expect(row?.day).toBe('2027-03-17');
  });
});

describe('who reported it', () => {
  it('is shown once, for a reason, and the reporter’s page says so', async () => {
    const code = await raise(handbell, school);
    const id = await lastConcern(handbell);
    await act('handler', id, 'screen', { answer: 'no', note: 'Adults only.' });
    expect((await act('handler', id, 'identity', { reason: 'To call.' })).status).toBe(409);
    await act('handler', id, 'interest', { interest: 'clear' });
    expect((await act('handler', id, 'identity', { reason: ' ' })).status).toBe(422);
    const page = `/desk/concerns/${id}/identity`;
    expect((await as('handler').get(page)).text).not.toContain('Ada Reporter');
    expect((await act('handler', id, 'identity', { reason: 'To call about a meeting.' })).location).toBe(
      page,
    );
    const shown = (await as('handler').get(page)).text;
    expect(shown).toContain('Ada Reporter');
    expect(shown).toContain('900333');
    expect((await as('deputy').get(page)).text).not.toContain('Ada Reporter');
    handbell.clock.set('2027-03-09T10:11:00Z');
    expect((await as('handler').get(page)).text).not.toContain('Ada Reporter');
    handbell.clock.set('2027-03-09T10:00:00Z');
    const own = (await handbell.visitor().post('/s/oakfield/concern/return', { code })).text;
    expect(own).toContain('Somebody at the school looked up who you are');
    expect(own).not.toContain('To call about a meeting');
    const audit = await handbell.asOwner(
      "select detail from audit_entry where act = 'concern.identity-read'",
    );
    expect(JSON.stringify(audit)).not.toContain('meeting');
  });

  it('is not told to the reporter while that would put somebody at risk', async () => {
    const code = await raise(handbell, school);
    const id = await lastConcern(handbell);
    await act('handler', id, 'screen', { answer: 'no', note: 'x' });
    await act('handler', id, 'interest', { interest: 'clear' });
    await act('handler', id, 'identity', { reason: 'A partner reads along.', quiet: 'yes' });
    const own = (await handbell.visitor().post('/s/oakfield/concern/return', { code })).text;
    expect(own).not.toContain('looked up who you are');
  });

  it('told in confidence, is known to two at most', async () => {
    const id = await sorted('handler');
    for (const role of ['deputy', 'head']) await act(role, id, 'interest', { interest: 'clear' });
    expect((await act('handler', id, 'identity', { reason: 'x' })).status).toBe(303);
    expect((await act('deputy', id, 'identity', { reason: 'x' })).status).toBe(303);
    const third = await act('head', id, 'identity', { reason: 'x' });
    expect(third.status).toBe(409);
    expect(third.text).toContain('Two people know already');
    expect((await act('handler', id, 'identity', { reason: 'again' })).status).toBe(303);
  });

  it('is nothing where it was never given', async () => {
    const id = await sorted('handler', { mode: 'anonymous' });
    expect((await as('handler').get(`/desk/concerns/${id}/identity`)).status).toBe(404);
    expect((await as('handler').get(`/desk/concerns/${id}`)).text).not.toContain('Ask to see it');
  });
});

describe('writing one down', () => {
  const entry = {
    danger: 'no',
    channel: 'phone',
    awareness: 'reporter',
    words: 'She said: they called her names.',
    about: 'parent',
    place: 'direct',
    subject: '',
    childWriter: 'unsure',
    mode: 'confidential',
    name: 'Cal Caller',
    email: '',
    phone: '07700 900777',
  };

  it('keeps it word for word and gives a code for the caller', async () => {
    const sent = await as('office').post('/desk/concerns/log', entry, '/desk/concerns/log');
    expect(sent.location).toBe('/desk/concerns/logged');
    expect((await as('office').get('/desk/concerns/logged')).text).toMatch(
      /[2-9B-Z]{4}-[2-9B-Z]{4}-[2-9B-Z]{4}/,
    );
    const page = (await as('handler').get(`/desk/concerns/${await lastConcern(handbell)}`)).text;
    expect(page).toContain('She said: they called her names.');
    expect(page).toContain('by phone');
    expect(page).not.toContain('Cal Caller');
  });

  it('offers no way to say that somebody looked for it or watched', async () => {
    const page = (await as('office').get('/desk/concerns/log')).text;
    expect(page).not.toMatch(/value="(search|watch|monitor)/i);
    const sent = await as('office').post(
      '/desk/concerns/log',
      { ...entry, awareness: 'searched' },
      '/desk/concerns/log',
    );
    expect(sent.status).toBe(422);
    const web = await as('office').post(
      '/desk/concerns/log',
      { ...entry, channel: 'web' },
      '/desk/concerns/log',
    );
    expect(web.status).toBe(422);
  });

  it('asks for a name unless the caller stays anonymous', async () => {
    const sent = await as('office').post('/desk/concerns/log', { ...entry, name: '' }, '/desk/concerns/log');
    expect(sent.text).toContain('Enter the person’s name');
    const anonymous = { ...entry, name: '', mode: 'anonymous' };
    expect((await as('office').post('/desk/concerns/log', anonymous, '/desk/concerns/log')).status).toBe(303);
  });

  it('about the Head is out of the office’s sight once it is kept', async () => {
    await as('office').post('/desk/concerns/log', { ...entry, about: 'head' }, '/desk/concerns/log');
    const id = await lastConcern(handbell);
    expect((await as('office').get('/desk/concerns')).text).not.toContain(id);
    expect((await as('office').get(`/desk/concerns/${id}`)).status).toBe(404);
    expect((await as('chair').get(`/desk/concerns/${id}`)).status).toBe(200);
  });
});
