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

describe('who reported it', () => {
  it('is shown once, for a reason, and the reporter’s page says so', async () => {
    const code = await raise(desk.handbell, desk.school);
    const id = await lastConcern(desk.handbell);
    await desk.act('handler', id, 'screen', { answer: 'no', note: 'Adults only.' });
    expect((await desk.act('handler', id, 'identity', { reason: 'To call.' })).status).toBe(409);
    await desk.act('handler', id, 'interest', { interest: 'clear' });
    expect((await desk.act('handler', id, 'identity', { reason: ' ' })).status).toBe(422);
    const page = `/desk/concerns/${id}/identity`;
    expect((await desk.as('handler').get(page)).text).not.toContain('Ada Reporter');
    expect((await desk.act('handler', id, 'identity', { reason: 'To call about a meeting.' })).location).toBe(
      page,
    );
    const shown = (await desk.as('handler').get(page)).text;
    expect(shown).toContain('Ada Reporter');
    expect(shown).toContain('900333');
    expect((await desk.as('deputy').get(page)).text).not.toContain('Ada Reporter');
    desk.handbell.clock.set('2027-03-09T10:11:00Z');
    expect((await desk.as('handler').get(page)).text).not.toContain('Ada Reporter');
    desk.handbell.clock.set('2027-03-09T10:00:00Z');
    const own = (await desk.handbell.visitor().post('/s/oakfield/concern/return', { code })).text;
    expect(own).toContain('Somebody at the school looked up who you are');
    expect(own).not.toContain('To call about a meeting');
    const audit = await desk.handbell.asOwner(
      "select detail from audit_entry where act = 'concern.identity-read'",
    );
    expect(JSON.stringify(audit)).not.toContain('meeting');
  });

  it('is not told to the reporter while that would put somebody at risk', async () => {
    const code = await raise(desk.handbell, desk.school);
    const id = await lastConcern(desk.handbell);
    await desk.act('handler', id, 'screen', { answer: 'no', note: 'x' });
    await desk.act('handler', id, 'interest', { interest: 'clear' });
    await desk.act('handler', id, 'identity', { reason: 'A partner reads along.', quiet: 'yes' });
    const own = (await desk.handbell.visitor().post('/s/oakfield/concern/return', { code })).text;
    expect(own).not.toContain('looked up who you are');
  });

  it('told in confidence, is known to two at most', async () => {
    const id = await desk.sorted('handler');
    for (const role of ['deputy', 'head']) await desk.act(role, id, 'interest', { interest: 'clear' });
    expect((await desk.act('handler', id, 'identity', { reason: 'x' })).status).toBe(303);
    expect((await desk.act('deputy', id, 'identity', { reason: 'x' })).status).toBe(303);
    const third = await desk.act('head', id, 'identity', { reason: 'x' });
    expect(third.status).toBe(409);
    expect(third.text).toContain('Two people know already');
    expect((await desk.act('handler', id, 'identity', { reason: 'again' })).status).toBe(303);
  });

  it('is nothing where it was never given', async () => {
    const id = await desk.sorted('handler', { mode: 'anonymous' });
    expect((await desk.as('handler').get(`/desk/concerns/${id}/identity`)).status).toBe(404);
    expect((await desk.as('handler').get(`/desk/concerns/${id}`)).text).not.toContain('Ask to see it');
  });
});
