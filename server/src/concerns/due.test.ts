import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ConcernDesk, startConcernDesk } from '../../test/concern-desk.ts';
import { type DueFacts, dueDays, dueFirst } from './due.ts';

const calendar = { terms: [], closed: [] };
const instant = (day: string) => Temporal.Instant.from(`${day}T10:00:00Z`);

/** A concern of Tuesday 9 March that was sorted and acknowledged the day after. */
const thanked: DueFacts = {
  state: 'triage',
  receivedAt: instant('2027-03-09'),
  screenedAt: instant('2027-03-10'),
  acknowledgeBy: Temporal.PlainDate.from('2027-03-12'),
  acknowledgedAt: instant('2027-03-10'),
  withdrawnAt: null,
  wroteAt: undefined,
  led: false,
};
const daysOf = (change: Partial<DueFacts>) => {
  const { screen, acknowledge, decide, news } = dueDays({ ...thanked, ...change }, calendar);
  return [screen, acknowledge, decide, news].map((day) => day?.toString());
};

describe('what is due of a concern', () => {
  it('is the safeguarding question and the thanks first', () => {
    const fresh = { state: 'received', screenedAt: null, acknowledgedAt: null } as const;
    expect(daysOf(fresh)).toEqual(['2027-03-09', '2027-03-12', undefined, undefined]);
    expect(dueFirst(dueDays({ ...thanked, ...fresh }, calendar))?.step).toBe('screen');
  });

  it('is then what happens with it, within five school days, unless another report leads the matter', () => {
    expect(daysOf({})[2]).toBe('2027-03-16');
    expect(daysOf({ led: true })[2]).toBeUndefined();
    expect(daysOf({ state: 'case-open' })[2]).toBeUndefined();
    expect(dueFirst(dueDays(thanked, calendar))?.step).toBe('decide');
  });

  it('is the news that the acknowledgement promised, until the school wrote after it', () => {
    expect(daysOf({ state: 'case-open' })[3]).toBe('2027-03-24');
    expect(daysOf({ wroteAt: instant('2027-03-09') })[3]).toBe('2027-03-24');
    expect(daysOf({ wroteAt: instant('2027-03-11') })[3]).toBeUndefined();
    expect(daysOf({ withdrawnAt: instant('2027-03-11') })[3]).toBeUndefined();
    for (const state of ['exited', 'concluded'] as const) expect(daysOf({ state })[3]).toBeUndefined();
  });
});

describe('on the desk', () => {
  let desk: ConcernDesk;
  beforeAll(async () => {
    desk = await startConcernDesk();
  });
  afterAll(() => desk.handbell.stop());

  it('the promise of news to a reporter waits for its owner from two school days ahead, until it is kept', async () => {
    const id = await desk.sorted('handler');
    await desk.act('handler', id, 'acknowledge', { message: 'Thank you. You hear again.' });
    const { clock } = desk.handbell;
    const handler = desk.as('handler');
    const asked = `/desk/concerns/${id}">Write to the reporter`;
    const page = async () => (await handler.get(`/desk/concerns/${id}`)).text;
    expect(await page()).toContain('Tuesday 23 March 2027, as we told them');
    clock.set('2027-03-18T10:00:00Z');
    expect((await handler.get('/desk')).text).not.toContain(asked);
    clock.set('2027-03-19T10:00:00Z');
    expect((await handler.get('/desk')).text).toContain(asked);
    expect((await handler.get('/desk/concerns')).text).toContain('Decide what happens next by 16 March 2027');
    await desk.act('handler', id, 'ask', { question: 'We are still looking into it.' });
    expect((await handler.get('/desk')).text).not.toContain(asked);
    expect(await page()).not.toContain('as we told them');
    clock.set('2027-03-09T10:00:00Z');
  });
});
