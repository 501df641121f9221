import fc from 'fast-check';
import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { type CalendarEntry, calendarFile } from './ics.ts';

const ENTRY: CalendarEntry = {
  uid: '01a2-example@handbell',
  sequence: 3,
  starts: Temporal.Instant.from('2027-03-29T14:30:00Z'),
  minutes: 45,
  summary: 'Meeting with St Example’s, Infants; Juniors',
  place: 'Room 2,\nby the office',
  description: 'If you cannot come: 07700 900100',
  cancelled: false,
  stamp: Temporal.Instant.from('2027-03-09T10:00:00.123Z'),
};

/** A calendar program's own reading of a file. */
function read(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file));
  const event = calendar.getFirstSubcomponent('vevent');
  if (!event) throw new Error('no event');
  return { calendar, event: new ICAL.Event(event), component: event };
}

describe('a calendar file (RFC 5545)', () => {
  it('is read back by a calendar parser as it was meant', () => {
    const { calendar, event, component } = read(calendarFile(ENTRY));
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
    expect(event.uid).toBe(ENTRY.uid);
    expect(event.sequence).toBe(3);
    expect(event.startDate.toJSDate().toISOString()).toBe('2027-03-29T14:30:00.000Z');
    expect(event.duration.toSeconds()).toBe(45 * 60);
    expect(event.summary).toBe(ENTRY.summary);
    expect(event.location).toBe(ENTRY.place);
    expect(event.description).toBe(ENTRY.description);
    expect(component.getFirstPropertyValue('status')).toBe('CONFIRMED');
    expect(component.getFirstSubcomponent('valarm')).not.toBeNull();
  });

  it('calls a meeting off, without an alarm', () => {
    const { calendar, component } = read(calendarFile({ ...ENTRY, cancelled: true }));
    expect(calendar.getFirstPropertyValue('method')).toBe('CANCEL');
    expect(component.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(component.getFirstSubcomponent('valarm')).toBeNull();
  });

  it('keeps any words whole, in lines of at most 75 octets, and lets none of them add a line of their own', () => {
    const words = fc.string({
      unit: fc.oneof(fc.constantFrom('\n', ';', ',', '\\', ':', 'é', '😀', 'ש'), fc.string()),
    });
    fc.assert(
      fc.property(words, words, (summary, place) => {
        const file = calendarFile({ ...ENTRY, summary, place });
        const lines = file.split('\r\n');
        expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
        expect(lines.filter((line) => line.startsWith('BEGIN:')).length).toBe(3);
        const { event } = read(file);
        const kept = (text: string) => text.replaceAll(/\r\n?/g, '\n').replaceAll(/[^\P{Cc}\n]/gu, '');
        expect(event.summary).toBe(kept(summary));
        expect(event.location).toBe(kept(place));
      }),
      { numRuns: 200 },
    );
  });
});
