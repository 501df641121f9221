import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ConcernDesk, startConcernDesk } from '../../../test/concern-desk.ts';
import { excerptOf } from '../../../test/concerns.ts';

let desk: ConcernDesk;
beforeAll(async () => {
  desk = await startConcernDesk();
});
afterAll(() => desk.handbell.stop());
beforeEach(async () => {
  await desk.handbell.asOwner('delete from rate_limit');
});

describe('the list', () => {
  it('shows references and what is due, no names and no words', async () => {
    await desk.fresh();
    const { text } = await desk.as('handler').get('/desk/concerns');
    expect(text).toMatch(/C-2027-[2-9B-Z]{4}/);
    expect(text).toContain('Answer the safeguarding question by');
    expect(text).not.toMatch(/Dana|Ada|Larch|Oak class/);
  });

  it('narrows by what stands in the address, and keeps oldest first', async () => {
    const id = await desk.fresh();
    await desk.act('handler', id, 'screen', { answer: 'unsure', note: 'A child is named.' });
    const held = (await desk.as('handler').get('/desk/concerns?show=held')).text;
    expect(held).toContain(id);
    expect(held).not.toContain('Answer the safeguarding question by');
    expect((await desk.as('handler').get('/desk/concerns?show=nonsense&page=-3')).status).toBe(200);
    expect((await desk.as('handler').get('/desk/concerns?show=late')).text).not.toContain(id);
  });

  it('shows the office that a concern is there, not its words', async () => {
    const id = await desk.fresh();
    expect((await desk.as('office').get('/desk/concerns')).text).toContain(id);
    const page = await desk.as('office').get(`/desk/concerns/${id}`);
    expect(page.status).toBe(200);
    expect(page.text).not.toMatch(/Dana|Larch/);
    expect((await desk.act('office', id, 'screen', { answer: 'no', note: 'x' })).status).toBe(403);
  });

  it('is closed to administrators and data leads', async () => {
    expect((await desk.as('admin').get('/desk/concerns')).status).toBe(403);
    expect((await desk.as('data').get('/desk/concerns')).status).toBe(403);
  });
});

describe('a concern’s page', () => {
  it('gives the words and the transcript, never who reported', async () => {
    const id = await desk.fresh({ excerpt: JSON.stringify(excerptOf(60, [4], 1)) });
    const { text } = await desk.as('handler').get(`/desk/concerns/${id}`);
    expect(text).toContain('chased out of the village');
    expect(text).toContain('Miss Larch has to go');
    expect(text).toContain('(the person this is about)');
    expect(text).toContain('(for context)');
    expect(text).not.toMatch(/Ada Reporter|ada@home|900333/);
  });

  it('shows text of strangers as text', async () => {
    const id = await desk.fresh({ words: '<script>alert(1)</script>', subject: '<img src=x>' });
    const { text } = await desk.as('handler').get(`/desk/concerns/${id}`);
    expect(text).not.toContain('<script>alert');
    expect(text).not.toContain('<img src=x');
  });

  it('is nothing at all for another school', async () => {
    const id = await desk.fresh();
    const other = await desk.handbell.newSchool('elsewhere');
    const stranger = await desk.handbell.signIn(other, ['head']);
    expect((await stranger.get(`/desk/concerns/${id}`)).status).toBe(404);
  });
});

describe('sorting it', () => {
  it('asks whether it is a complaint about us before anything else is decided', async () => {
    const id = await desk.sorted('handler');
    expect((await desk.as('handler').get(`/desk/concerns/${id}`)).text).toContain(
      'Is this a complaint about us?',
    );
    const end = { exit: 'no-further-action', reason: 'x', message: 'x' };
    expect((await desk.act('handler', id, 'exit', end)).status).toBe(409);
    await desk.act('handler', id, 'about-us', { aboutUs: 'yes', why: 'About parking.' });
    const page = (await desk.as('handler').get(`/desk/concerns/${id}`)).text;
    expect(page).not.toContain('Open a case');
    expect((await desk.as('handler').get(`/desk/concerns/${id}/exit?to=complaint`)).text).toContain(
      'complaints procedure',
    );
  });

  it('offers a case for what is not', async () => {
    const id = await desk.sorted('handler');
    await desk.act('handler', id, 'about-us', { aboutUs: 'no', why: 'About a parent.' });
    const page = (await desk.as('handler').get(`/desk/concerns/${id}`)).text;
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
    const id = await desk.sorted('head');
    await desk.act('head', id, 'about-us', { aboutUs: 'no', why: 'x' });
    const page = (await desk.as('head').get(`/desk/concerns/${id}/exit?to=${exit}`)).text;
    expect(page).toContain('Thank you for telling us');
    expect((await desk.act('head', id, 'exit', { exit, reason: '', message: 'x' })).status).toBe(422);
    expect((await desk.act('head', id, 'exit', { exit, reason: 'Why.', message: 'Words.' })).status).toBe(
      303,
    );
    expect(await desk.stateOf(id)).toBe('exited');
    expect((await desk.act('head', id, 'exit', { exit, reason: 'Why.', message: 'Words.' })).status).toBe(
      409,
    );
  });

  it('lets a handler end nothing that is for the Head, the Chair or the safeguarding lead', async () => {
    const id = await desk.sorted('handler');
    await desk.act('handler', id, 'about-us', { aboutUs: 'no', why: 'x' });
    const end = await desk.act('handler', id, 'exit', { exit: 'staff-route', reason: 'x', message: 'x' });
    expect(end.status).toBe(409);
    expect(end.text).toContain('Your role does not include this way out');
  });

  it('tells the second of two who act at once', async () => {
    const id = await desk.fresh();
    const page = `/desk/concerns/${id}`;
    const answer = { version: '1', answer: 'no', note: 'Adults only.' };
    expect((await desk.as('handler').post(`${page}/screen`, answer, page)).status).toBe(303);
    const late = await desk.as('deputy').post(`${page}/hold`, { version: '1', worry: 'x' }, page);
    expect(late.status).toBe(409);
    expect(late.text).toContain('Somebody else has done something');
  });

  it('names what is missing and keeps what was written', async () => {
    const id = await desk.fresh();
    const answer = await desk.act('handler', id, 'screen', { note: 'A thought' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Choose one answer');
    expect(answer.text).toContain('A thought');
  });
});

describe('acknowledging it', () => {
  it('is due in three school days, offered with words that hold to what was promised', async () => {
    const id = await desk.sorted('handler');
    const page = (await desk.as('handler').get(`/desk/concerns/${id}`)).text;
    expect(page).toContain('Thank you for telling us on Tuesday 9 March 2027');
    expect(page).toContain('You told us in confidence');
    expect(page).not.toMatch(/textarea[^>]*>[^<]*Dana/);
    expect((await desk.as('office').get('/desk')).text).toContain('Acknowledge C-2027-');
    expect((await desk.act('office', id, 'acknowledge', { message: 'Thank you.' })).status).toBe(303);
    expect((await desk.act('handler', id, 'acknowledge', { message: 'Again.' })).status).toBe(409);
  });

  it('counts only school days', async () => {
    desk.handbell.clock.set('2027-03-12T18:00:00Z');
    const id = await desk.fresh();
    const [row] = await desk.handbell.asOwner(
      'select acknowledge_by::text as day from concern where id = $1',
      [id],
    );
    desk.handbell.clock.set('2027-03-09T10:00:00Z');
    expect(row?.day).toBe('2027-03-17');
  });
});
