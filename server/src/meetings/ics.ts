import type { Temporal } from 'temporal-polyfill';

/** A meeting as somebody's calendar keeps it. */
export interface CalendarEntry {
  /** The same for every version of one meeting; says nothing about anybody. */
  readonly uid: string;
  /** Grows with each change, so that a calendar takes the newer one. */
  readonly sequence: number;
  readonly starts: Temporal.Instant;
  readonly minutes: number;
  readonly summary: string;
  readonly place: string;
  readonly description: string;
  readonly cancelled: boolean;
  /** When this file was made. */
  readonly stamp: Temporal.Instant;
}

const MOST_OCTETS = 75;
const encoder = new TextEncoder();

/** RFC 5545, 3.3.11: backslashes, semicolons, commas and line ends are escaped; controls are left out. */
function text(value: string): string {
  return value
    .replaceAll('\\', String.raw`\\`)
    .replaceAll(';', String.raw`\;`)
    .replaceAll(',', String.raw`\,`)
    .replaceAll(/\r\n?|\n/g, String.raw`\n`)
    .replaceAll(/\p{Cc}/gu, '');
}

/** RFC 5545, 3.3.5: a moment in UTC, so that no description of a time zone is needed. */
function moment(at: Temporal.Instant): string {
  return at.round('second').toString().replaceAll(/[-:]/g, '');
}

/** RFC 5545, 3.1: no line is longer than 75 octets, and none is broken inside a character. */
function folded(line: string): string {
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const sign of line) {
    const size = encoder.encode(sign).length;
    if (octets + size > MOST_OCTETS) {
      lines.push(current);
      current = ' ';
      octets = 1;
    }
    current += sign;
    octets += size;
  }
  return [...lines, current].join('\r\n');
}

/**
 * A calendar file with one meeting (RFC 5545, with METHOD as RFC 5546 has it). It names the school and the time; not the
 * parent, and not what it is about.
 */
export function calendarFile(entry: CalendarEntry): string {
  const { uid, sequence, starts, minutes, summary, place, description, cancelled, stamp } = entry;
  const alarm = [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${text(summary)}`,
    'TRIGGER:-PT2H',
    'END:VALARM',
  ];
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Handbell//Meetings//EN',
    'CALSCALE:GREGORIAN',
    `METHOD:${cancelled ? 'CANCEL' : 'PUBLISH'}`,
    'BEGIN:VEVENT',
    `UID:${text(uid)}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${moment(stamp)}`,
    `DTSTART:${moment(starts)}`,
    `DTEND:${moment(starts.add({ minutes }))}`,
    `SUMMARY:${text(summary)}`,
    `LOCATION:${text(place)}`,
    `DESCRIPTION:${text(description)}`,
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'CLASS:PRIVATE',
    'TRANSP:OPAQUE',
    ...(cancelled ? [] : alarm),
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}
