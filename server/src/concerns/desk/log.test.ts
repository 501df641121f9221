import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ConcernDesk, startConcernDesk } from '../../../test/concern-desk.ts';
import { lastConcern } from '../../../test/concerns.ts';

let desk: ConcernDesk;
beforeAll(async () => {
  desk = await startConcernDesk();
});
afterAll(() => desk.handbell.stop());
beforeEach(async () => {
  await desk.handbell.asOwner('delete from rate_limit');
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
    const sent = await desk.as('office').post('/desk/concerns/log', entry, '/desk/concerns/log');
    expect(sent.location).toBe('/desk/concerns/logged');
    expect((await desk.as('office').get('/desk/concerns/logged')).text).toMatch(/(?:[a-z]+[ -]){4}[a-z]+/);
    const page = (await desk.as('handler').get(`/desk/concerns/${await lastConcern(desk.handbell)}`)).text;
    expect(page).toContain('She said: they called her names.');
    expect(page).toContain('by phone');
    expect(page).not.toContain('Cal Caller');
  });

  it('offers no way to say that somebody looked for it or watched', async () => {
    const page = (await desk.as('office').get('/desk/concerns/log')).text;
    expect(page).not.toMatch(/value="(search|watch|monitor)/i);
    const sent = await desk
      .as('office')
      .post('/desk/concerns/log', { ...entry, awareness: 'searched' }, '/desk/concerns/log');
    expect(sent.status).toBe(422);
    const web = await desk
      .as('office')
      .post('/desk/concerns/log', { ...entry, channel: 'web' }, '/desk/concerns/log');
    expect(web.status).toBe(422);
  });

  it('asks for a name unless the caller stays anonymous', async () => {
    const sent = await desk
      .as('office')
      .post('/desk/concerns/log', { ...entry, name: '' }, '/desk/concerns/log');
    expect(sent.text).toContain('Enter the person’s name');
    const anonymous = { ...entry, name: '', mode: 'anonymous' };
    expect((await desk.as('office').post('/desk/concerns/log', anonymous, '/desk/concerns/log')).status).toBe(
      303,
    );
  });

  it('about the Head is out of the office’s sight once it is kept', async () => {
    await desk.as('office').post('/desk/concerns/log', { ...entry, about: 'head' }, '/desk/concerns/log');
    const id = await lastConcern(desk.handbell);
    expect((await desk.as('office').get('/desk/concerns')).text).not.toContain(id);
    expect((await desk.as('office').get(`/desk/concerns/${id}`)).status).toBe(404);
    expect((await desk.as('chair').get(`/desk/concerns/${id}`)).status).toBe(200);
  });
});
