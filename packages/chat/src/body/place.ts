import { MARKS, ODD_SPACES } from '../header/characters.ts';
import type { Place } from '../types.ts';

const MAP =
  /^(?:([^\n]{1,60}?): ?)?(https:\/\/maps\.google\.com\/\?q=(-?\d{1,3}(?:\.\d+)?),(-?\d{1,3}(?:\.\d+)?))$/;
const VENUE = /^([\s\S]{0,300}?):?\s(https:\/\/foursquare\.com\/v\/[\da-f]{10,40})$/;

/**
 * Reads a shared place.
 * @param text the message's words
 * @param labels words before the link, such as `Location`
 * @param anyLabel whether any words before the link will do, since a mark proves that the phone wrote them
 * @returns null when the text is no shared place
 */
export function readPlace(text: string, labels: ReadonlySet<string>, anyLabel: boolean): Place | null {
  if (!text.includes('https://')) return null;
  const plain = text.replace(MARKS, '').replace(ODD_SPACES, ' ').trim();
  const map = MAP.exec(plain);
  if (map !== null) {
    const label = map[1];
    if (!anyLabel && (label === undefined || !labels.has(label))) return null;
    return { latitude: Number(map[3]), longitude: Number(map[4]), name: null, url: map[2] ?? null };
  }
  const venue = VENUE.exec(plain);
  if (venue === null) return null;
  return { latitude: null, longitude: null, name: venueName(venue[1] ?? '', labels), url: venue[2] ?? null };
}

function venueName(printed: string, labels: ReadonlySet<string>): string | null {
  const colon = printed.indexOf(': ');
  const name = colon > 0 && labels.has(printed.slice(0, colon)) ? printed.slice(colon + 2) : printed;
  return name.trim() === '' ? null : name.trim();
}
