import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { contact, dayAfter, factsOf, PEOPLE, TODAY, wayTo } from '../../test/case-facts.ts';
import type { SchoolCalendar } from '../schools/calendar.ts';
import { answerBy, latestFollowUp, nextDue } from './deadlines.ts';
import { keepUntil, retentionOf } from './retention.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const ALWAYS: SchoolCalendar = { terms: [], closed: [] };
const EASTER: SchoolCalendar = {
  terms: [
    { season: 'spring', from: day('2027-01-05'), to: day('2027-03-25') },
    { season: 'summer', from: day('2027-04-12'), to: day('2027-07-21') },
  ],
  closed: [],
};
const due = (act: Parameters<typeof wayTo>[0], calendar = ALWAYS) =>
  nextDue(factsOf(wayTo(act)), calendar, TODAY)?.toString();

describe('by when the next step of a case is due', () => {
  it.each([
    ['open', '2027-03-16'],
    ['start-contact', '2027-03-16'],
    ['record-contact', '2027-03-16'],
    ['start-assessment', '2027-03-23'],
    ['hand-over', '2027-03-23'],
    ['decide', '2027-03-12'],
    ['issue', '2027-03-16'],
    ['set-follow-up', dayAfter(20).toString()],
    ['close', undefined],
  ] as const)('after %s: %s', (act, expected) => expect(due(act)).toBe(expected));

  it('counts from the first contact, not the last', () => {
    const steps = [...wayTo('start-contact')];
    const early = [PEOPLE.handler, contact({ kind: 'attempt', day: dayAfter(-4) })] as const;
    const facts = factsOf([...steps, early, [PEOPLE.handler, contact()]]);
    expect(nextDue(facts, ALWAYS, TODAY)?.toString()).toBe('2027-03-12');
  });

  it('runs on school days only: a holiday makes nothing late', () => {
    expect(answerBy(EASTER, day('2027-03-24')).toString()).toBe('2027-04-15');
    expect(answerBy(ALWAYS, day('2027-03-24')).toString()).toBe('2027-03-31');
  });

  it('lets a follow-up wait for half a term of school days at most', () => {
    expect(latestFollowUp(ALWAYS, TODAY).toString()).toBe('2027-04-27');
    expect(latestFollowUp(EASTER, TODAY).toString()).toBe('2027-05-12');
  });
});

describe('how long a closed case is kept (domain 3.4)', () => {
  it('is a year when nothing came of it, and six when something did', () => {
    expect(keepUntil(retentionOf('no-further-action'), TODAY).toString()).toBe('2028-03-09');
    expect(keepUntil(retentionOf('advice'), TODAY).toString()).toBe('2033-03-09');
    expect(keepUntil(retentionOf('step:warn'), TODAY).toString()).toBe('2033-03-09');
  });
});
