import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ConcernDesk, startConcernDesk } from '../../../test/concern-desk.ts';
import { lastConcern, raise } from '../../../test/concerns.ts';

let desk: ConcernDesk;
beforeAll(async () => {
  desk = await startConcernDesk();
});
afterAll(() => desk.handbell.stop());
beforeEach(async () => {
  await desk.handbell.asOwner('delete from rate_limit');
});

describe('nobody deals with a matter of their own', () => {
  it('nothing is decided before it was asked', async () => {
    const id = await desk.fresh();
    await desk.act('handler', id, 'screen', { answer: 'no', note: 'Adults only.' });
    const end = await desk.act('handler', id, 'exit', {
      exit: 'no-further-action',
      reason: 'x',
      message: 'x',
    });
    expect(end.status).toBe(409);
    expect(end.text).toContain('interest');
  });

  it('whoever hands it over sees nothing of it any more', async () => {
    const id = await desk.fresh();
    await desk.act('handler', id, 'screen', { answer: 'no', note: 'Adults only.' });
    expect((await desk.act('handler', id, 'interest', { interest: 'mine' })).location).toBe('/desk/concerns');
    expect((await desk.as('handler').get(`/desk/concerns/${id}`)).status).toBe(404);
    expect((await desk.as('handler').get('/desk/concerns')).text).not.toContain(id);
    expect((await desk.as('handler').get('/desk')).text).not.toContain(id);
    expect((await desk.as('deputy').get(`/desk/concerns/${id}`)).status).toBe(200);
  });

  it('the last one cannot hand it over to nobody', async () => {
    const small = await desk.handbell.newSchool('small');
    const head = await desk.handbell.signIn(small, ['head']);
    await raise(desk.handbell, small);
    const id = await lastConcern(desk.handbell);
    const page = `/desk/concerns/${id}`;
    await head.post(`${page}/screen`, { version: '1', answer: 'no', note: 'Adults.' }, page);
    const over = await head.post(`${page}/interest`, { version: '2', interest: 'mine' }, page);
    expect(over.status).toBe(409);
    expect(over.text).toContain('Nobody else at the school');
    await desk.handbell.signIn(small, ['handler']);
    expect((await head.post(`${page}/interest`, { version: '2', interest: 'mine' }, page)).status).toBe(303);
  });
});

describe('about the Head Teacher', () => {
  const hides = async (role: string, id: string) => {
    for (const path of ['/desk/concerns', '/desk/concerns?show=held', '/desk/concerns?show=ended', '/desk']) {
      expect((await desk.as(role).get(path)).text, path).not.toContain(id);
    }
    for (const path of ['', '/exit', '/identity']) {
      expect((await desk.as(role).get(`/desk/concerns/${id}${path}`)).status).not.toBe(200);
    }
    expect((await desk.act(role, id, 'screen', { answer: 'no', note: 'x' })).status).toBeGreaterThanOrEqual(
      403,
    );
  };

  it('is the Chair’s, and invisible to the Head, the office and handlers', async () => {
    const id = await desk.fresh({ about: 'head' });
    for (const role of ['head', 'office', 'handler', 'governor', 'clerk']) await hides(role, id);
    expect((await desk.as('chair').get('/desk')).text).toContain(id);
    expect((await desk.act('chair', id, 'screen', { answer: 'no', note: 'Adults.' })).status).toBe(303);
    expect((await desk.act('chair', id, 'interest', { interest: 'clear' })).status).toBe(303);
    expect((await desk.act('chair', id, 'about-us', { aboutUs: 'partly', why: 'In part.' })).status).toBe(
      303,
    );
    const end = { exit: 'staff-route', reason: 'Staff code.', message: 'Thank you.' };
    expect((await desk.act('chair', id, 'exit', end)).status).toBe(303);
    await hides('head', id);
  });

  it('is sent past the Head by whoever finds out, and leaves the Head’s lists at that moment', async () => {
    const id = await desk.fresh();
    await desk.act('handler', id, 'screen', { answer: 'no', note: 'Adults only.' });
    expect((await desk.as('head').get(`/desk/concerns/${id}`)).status).toBe(200);
    expect((await desk.act('handler', id, 'interest', { interest: 'head' })).status).toBe(303);
    await hides('head', id);
    await hides('handler', id);
    expect((await desk.as('chair').get(`/desk/concerns/${id}`)).status).toBe(200);
  });

  it('and a governor too goes to the clerk, who names somebody', async () => {
    const id = await desk.fresh({ about: 'head-and-governors' });
    for (const role of ['head', 'chair', 'governor', 'handler']) await hides(role, id);
    const governor = desk.as('governor');
    expect((await desk.act('clerk', id, 'appoint', { member: desk.as('head').member })).status).toBe(409);
    expect((await desk.act('clerk', id, 'appoint', { member: governor.member })).status).toBe(303);
    expect((await governor.get(`/desk/concerns/${id}`)).status).toBe(200);
    expect((await desk.act('governor', id, 'screen', { answer: 'no', note: 'Adults.' })).status).toBe(303);
  });

  it('where the Head is the safeguarding lead too, is screened and released by the Chair', async () => {
    const small = await desk.handbell.newSchool('head-is-lead');
    const head = await desk.handbell.signIn(small, ['head', 'safeguarding']);
    const chair = await desk.handbell.signIn(small, ['chair']);
    await raise(desk.handbell, small, { about: 'head', danger: 'yes' });
    const id = await lastConcern(desk.handbell);
    const page = `/desk/concerns/${id}`;
    const mails = await desk.handbell.asOwner('select 1 from mail where school_id = $1', [small.id]);
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
    const id = await desk.fresh({ about: 'head' });
    expect((await desk.as('safeguarding').get(`/desk/concerns/${id}`)).status).toBe(404);
    await desk.act('chair', id, 'screen', { answer: 'yes', note: 'A child is named.' });
    expect((await desk.as('safeguarding').get(`/desk/concerns/${id}`)).status).toBe(200);
    await desk.act('safeguarding', id, 'release', { rationale: 'Referred, and not at risk.' });
    expect((await desk.as('safeguarding').get(`/desk/concerns/${id}`)).status).toBe(404);
  });
});
