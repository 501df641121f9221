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

describe('the safeguarding question', () => {
  it('stands before everything else', async () => {
    const id = await desk.fresh();
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
      const answer = await desk.act('handler', id, name, fields);
      expect(answer.status, name).toBe(409);
    }
    expect(await desk.stateOf(id)).toBe('received');
  });

  it('answered with yes or not sure puts the hold on and alerts the safeguarding lead at once', async () => {
    const id = await desk.fresh();
    const before = (await desk.handbell.asOwner("select id from mail where kind = 'desk-news'")).length;
    await desk.act('handler', id, 'screen', { answer: 'yes', note: 'A bruise is told of.' });
    expect(await desk.stateOf(id)).toBe('held');
    expect((await desk.handbell.asOwner("select id from mail where kind = 'desk-news'")).length).toBe(
      before + 1,
    );
    expect((await desk.as('safeguarding').get('/desk')).text).toContain('Safeguarding: look at');
    expect((await desk.as('handler').get('/desk')).text).not.toContain('Safeguarding: look at');
  });

  it('holds everything until the safeguarding lead, and nobody else, releases it with why', async () => {
    const id = await desk.fresh();
    await desk.act('handler', id, 'screen', { answer: 'unsure', note: 'A bruise is told of.' });
    expect(
      (await desk.act('handler', id, 'exit', { exit: 'no-further-action', reason: 'x', message: 'x' }))
        .status,
    ).toBe(409);
    expect((await desk.act('handler', id, 'acknowledge', { message: 'x' })).status).toBe(409);
    expect((await desk.decide('handler', id)).status).toBe(403);
    expect((await desk.decide('head', id)).status).toBe(404);
    expect((await desk.decide('safeguarding', id, { rationale: ' ' })).status).toBe(422);
    const released = await desk.decide('safeguarding', id, { rationale: 'Spoke to the family: a fall.' });
    expect(released.status).toBe(303);
    expect(await desk.stateOf(id)).toBe('triage');
    expect((await desk.as('safeguarding').get(`/desk/concerns/${id}`)).text).toContain('a fall');
    expect((await desk.as('handler').get(`/desk/concerns/${id}`)).text).not.toContain('a fall');
  });

  it('was answered by the reporter already: danger alerts at once', async () => {
    const before = (await desk.handbell.asOwner("select id from mail where kind = 'desk-news'")).length;
    const id = await desk.fresh({ danger: 'yes' });
    expect((await desk.handbell.asOwner("select id from mail where kind = 'desk-news'")).length).toBe(
      before + 1,
    );
    expect((await desk.as('handler').get(`/desk/concerns/${id}`)).text).toContain('Has 999 been called?');
    expect((await desk.act('handler', id, 'screen', { answer: 'no', note: 'x' })).status).toBe(409);
    expect((await desk.as('safeguarding').get('/desk')).text).toContain(id);
    expect((await desk.act('safeguarding', id, 'screen', { answer: 'no', note: 'A mistake.' })).status).toBe(
      303,
    );
  });
});

describe('a safeguarding lead', () => {
  it('cannot leave a concern without one', async () => {
    const small = await desk.handbell.newSchool('one-lead');
    const lead = await desk.handbell.signIn(small, ['safeguarding']);
    await desk.handbell.signIn(small, ['head']);
    await raise(desk.handbell, small);
    const page = `/desk/concerns/${await lastConcern(desk.handbell)}`;
    await lead.post(`${page}/screen`, { version: '1', answer: 'no', note: 'Adults.' }, page);
    const over = await lead.post(`${page}/interest`, { version: '2', interest: 'mine' }, page);
    expect(over.status).toBe(409);
    expect(over.text).toContain('deputy safeguarding lead');
  });
});
