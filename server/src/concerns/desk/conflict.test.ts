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
    const room = `/desk/safeguarding/${id}`;
    expect((await head.get(room)).status).toBe(404);
    const decided = { version: '2', decision: 'refer', rationale: 'Called.', release: 'yes' };
    expect((await chair.post(`${room}/decide`, decided, room)).status).toBe(303);
  });

  it('with a child at risk is the safeguarding lead’s for as long as the hold lasts', async () => {
    const id = await desk.fresh({ about: 'head' });
    expect((await desk.as('safeguarding').get(`/desk/concerns/${id}`)).status).toBe(404);
    await desk.act('chair', id, 'screen', { answer: 'yes', note: 'A child is named.' });
    expect((await desk.as('safeguarding').get(`/desk/concerns/${id}`)).status).toBe(200);
    await desk.decide('safeguarding', id, { rationale: 'Referred, and not at risk.' });
    expect((await desk.as('safeguarding').get(`/desk/concerns/${id}`)).status).toBe(404);
  });
});

describe('who is in it', () => {
  const answer = { about: 'parent', childWriter: 'no', wrongdoing: '' };

  it('aimed at the Head Teacher, it leaves the Head’s sight and stays with the handlers', async () => {
    const id = await desk.sorted('handler');
    expect((await desk.as('head').get(`/desk/concerns/${id}`)).status).toBe(200);
    const saved = await desk.act('handler', id, 'involved', { ...answer, involved: 'head-target' });
    expect(saved.location).toBe(`/desk/concerns/${id}`);
    expect((await desk.as('head').get(`/desk/concerns/${id}`)).status).toBe(404);
    expect((await desk.as('handler').get(`/desk/concerns/${id}`)).text).toContain('The Chair of Governors');
    await desk.act('handler', id, 'involved', answer);
    expect((await desk.as('head').get(`/desk/concerns/${id}`)).status).toBe(404);
  });

  it('aimed at Head and Chair both, it goes to the clerk, who names somebody', async () => {
    const id = await desk.sorted('handler');
    const both = { ...answer, involved: ['head-target', 'chair-target'] };
    expect((await desk.act('handler', id, 'involved', both)).location).toBe('/desk/concerns');
    for (const role of ['handler', 'head', 'chair']) {
      expect((await desk.as(role).get(`/desk/concerns/${id}`)).status, role).toBe(404);
    }
    expect((await desk.as('clerk').get(`/desk/concerns/${id}`)).status).toBe(200);
  });

  it('about the safeguarding lead, it is the Head’s, who screens and releases it', async () => {
    const id = await desk.fresh({ about: 'lead', danger: 'yes' });
    for (const role of ['safeguarding', 'handler', 'office']) {
      expect((await desk.as(role).get('/desk')).text, role).not.toContain(id);
      expect((await desk.as(role).get(`/desk/concerns/${id}`)).status, role).toBe(404);
    }
    expect((await desk.act('head', id, 'screen', { answer: 'yes', note: 'A child.' })).status).toBe(303);
    expect((await desk.decide('head', id)).status).toBe(303);
  });

  it('about the safeguarding lead where the Head is that, it is the Chair’s', async () => {
    const small = await desk.handbell.newSchool('head-is-the-lead');
    const head = await desk.handbell.signIn(small, ['head', 'safeguarding']);
    const chair = await desk.handbell.signIn(small, ['chair']);
    await raise(desk.handbell, small, { about: 'lead' });
    const page = `/desk/concerns/${await lastConcern(desk.handbell)}`;
    expect((await head.get(page)).status).toBe(404);
    expect((await chair.get(page)).status).toBe(200);
  });

  it('told by somebody who works here, it asks whether they tell of wrongdoing', async () => {
    const id = await desk.sorted('handler');
    const staff = { ...answer, involved: 'reporter-staff' };
    const asked = await desk.act('handler', id, 'involved', staff);
    expect(asked.status).toBe(422);
    expect(asked.text).toContain('Say whether they tell of wrongdoing');
    const told = await desk.act('handler', id, 'involved', { ...staff, wrongdoing: 'No: about a parent.' });
    expect(told.status).toBe(303);
    expect((await desk.as('handler').get(`/desk/concerns/${id}`)).text).toContain('protected by law');
  });

  it('about somebody who works here, no case is opened', async () => {
    const id = await desk.sorted('handler');
    await desk.act('handler', id, 'about-us', { aboutUs: 'no', why: 'Words.' });
    await desk.act('handler', id, 'involved', { ...answer, involved: 'staff-subject' });
    const opened = await desk.as('handler').get(`/desk/cases/new?concern=${id}`);
    expect(opened.status).toBe(409);
    expect(opened.text).toContain('not a matter for the way that the school deals with parents');
  });

  it('with a child of the handler’s in the class, it is given away in one click, and that is written down', async () => {
    const id = await desk.sorted('handler');
    expect((await desk.act('handler', id, 'interest', { interest: 'own-child' })).location).toBe(
      '/desk/concerns',
    );
    expect((await desk.as('handler').get(`/desk/concerns/${id}`)).status).toBe(404);
    expect((await desk.as('deputy').get(`/desk/concerns/${id}`)).text).toContain(
      'A child of theirs is in the class.',
    );
  });
});
