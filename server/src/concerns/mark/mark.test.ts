import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ConcernDesk, startConcernDesk } from '../../../test/concern-desk.ts';
import { raise } from '../../../test/concerns.ts';
import { CONCERN_MODES } from '../kinds.ts';
import { whereShown } from './rules.ts';
import { dropExpired } from './store.ts';

let desk: ConcernDesk;
let turn = 0;
/** Where the reporters of one test hear of news: another for each test, since marks are found by it. */
let address = '';
beforeAll(async () => {
  desk = await startConcernDesk();
});
afterAll(() => desk.handbell.stop());
beforeEach(async () => {
  await desk.handbell.asOwner('delete from rate_limit');
  turn += 1;
  address = `quiet${turn}@relay.example.org`;
});

const NAMELESS = { mode: 'anonymous', name: '', email: '', phone: '' };
const WORDS = { ground: 'abuse', note: 'It is one long insult.', message: 'Say what happened.', days: '30' };
const base = '/s/oakfield/concern/return';

/** A sorted report by somebody who gives no name and hears of news at an address. */
async function nameless(
  role = 'handler',
  told = {},
): Promise<{ readonly id: string; readonly code: string }> {
  const code = await raise(desk.handbell, desk.school, { ...NAMELESS, ...told });
  const [row] = await desk.handbell.asOwner('select id from concern order by id desc limit 1');
  const id = String(row?.id);
  const visitor = desk.handbell.visitor();
  const page = (await visitor.post(base, { code })).text;
  const once = /name="once" value="([^"]+)"/.exec(page)?.[1] ?? '';
  await visitor.post(`${base}/relay`, { code, relay: address, once });
  await desk.act(role, id, 'screen', { answer: 'no', note: 'Adults only.' });
  await desk.act(role, id, 'interest', { interest: 'clear' });
  return { id, code };
}

const pageOf = async (role: string, id: string) => (await desk.as(role).get(`/desk/concerns/${id}`)).text;
const own = async (code: string) => (await desk.handbell.visitor().post(base, { code })).text;
const BEFORE = 'Another report without a name from the same address is marked';

describe('a mark of a reporter', () => {
  it('is shown only where it tells nobody who somebody is', () => {
    for (const mode of CONCERN_MODES) {
      const named = mode !== 'anonymous';
      expect(whereShown({ anonymous: true }, mode)).toBe(named ? 'nowhere' : 'page');
      expect(whereShown({ anonymous: false }, mode)).toBe(named ? 'identity' : 'nowhere');
    }
  });

  it('takes two people, or the Head alone; the reporter reads why, until when and how to complain', async () => {
    const { id, code } = await nameless();
    expect((await desk.act('handler', id, 'mark', WORDS)).status).toBe(303);
    expect(await own(code)).not.toContain('put a note on your report');
    expect((await desk.act('handler', id, 'mark/agree', {})).text).toContain('asked for this mark yourself');
    const next = await nameless();
    expect(await pageOf('handler', next.id)).not.toContain(BEFORE);

    await desk.act('deputy', id, 'interest', { interest: 'clear' });
    expect((await desk.act('deputy', id, 'mark/agree', {})).status).toBe(303);
    const told = await own(code);
    expect(told).toContain('put a note on your report');
    expect(told).toContain('Say what happened.');
    expect(told).toContain('Thursday 8 April 2027');
    expect(told).toContain('office@oakfield.example.org');
    expect(told).not.toContain('one long insult');
    expect(await pageOf('handler', next.id)).toContain(BEFORE);
    expect(await pageOf('handler', next.id)).not.toContain(address);

    const alone = await nameless('head');
    await desk.act('head', alone.id, 'mark', WORDS);
    expect(await own(alone.code)).toContain('put a note on your report');
  });

  it('never shows beside a name what was sent without one, nor the other way round', async () => {
    const { id } = await nameless('head');
    await desk.act('head', id, 'mark', WORDS);
    const confidential = await desk.sorted('head', { email: address });
    expect(await pageOf('head', confidential)).not.toContain('is marked as abuse');
    await desk.act('head', confidential, 'identity', { reason: 'To speak to them.' });
    const opened = await desk.as('head').get(`/desk/concerns/${confidential}/identity`);
    expect(opened.text).not.toContain('is marked as abuse');
  });

  it('stops, delays and marks nothing about a child at risk', async () => {
    const { id } = await nameless('head');
    await desk.act('head', id, 'mark', WORDS);
    const urgent = await nameless('safeguarding', { danger: 'yes' });
    expect(await desk.stateOf(urgent.id)).toBe('triage');
    expect(await pageOf('head', urgent.id)).not.toContain(BEFORE);
    await desk.act('head', urgent.id, 'interest', { interest: 'clear' });
    expect((await desk.act('head', urgent.id, 'mark', WORDS)).status).toBe(409);
    const held = await nameless('head');
    await desk.act('head', held.id, 'hold', { worry: 'A child is named.' });
    expect((await desk.act('head', held.id, 'mark', WORDS)).status).toBe(409);
  });

  it('ends by itself, and nothing is left to find it again by', async () => {
    const { id, code } = await nameless('head');
    await desk.act('head', id, 'mark', WORDS);
    const next = await nameless('head');
    expect(await pageOf('head', next.id)).toContain(BEFORE);
    desk.handbell.clock.set('2027-04-09T10:00:00Z');
    expect(await pageOf('head', next.id)).not.toContain(BEFORE);
    expect(await own(code)).not.toContain('put a note on your report');
    await desk.handbell.services.worker.forSchool(desk.school.id, 'job:test', dropExpired);
    expect(await desk.handbell.asOwner('select 1 from reporter_mark_key')).toEqual([]);
    desk.handbell.clock.set('2027-03-09T10:00:00Z');
  });

  it('is taken off with a reason, and the reporter’s page is as before', async () => {
    const { id, code } = await nameless('head');
    const before = (await own(code)).includes('put a note');
    await desk.act('head', id, 'mark', WORDS);
    expect((await desk.act('head', id, 'mark/off', { whyOff: '' })).status).toBe(422);
    expect((await desk.act('head', id, 'mark/off', { whyOff: 'It was fair anger.' })).status).toBe(303);
    expect((await own(code)).includes('put a note')).toBe(before);
    expect(await pageOf('head', id)).toContain('It was fair anger.');
  });
});
