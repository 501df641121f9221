/** Ranges that show nothing: zero-width spaces and joiners, soft hyphen, direction marks, variation selectors, tags. */
const INVISIBLE_RANGES: readonly (readonly [first: number, last: number])[] = [
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xe0000, 0xe01ff],
];

const range = ([first, last]: readonly [number, number]): string =>
  `\\u{${first.toString(16)}}-\\u{${last.toString(16)}}`;
const INVISIBLE = new RegExp(`[${INVISIBLE_RANGES.map(range).join('')}]`, 'gu');
const BEYOND_ASCII = /[\u0080-\uffff]/;

/** A text without the characters that show nothing, and where the rest stood. */
export interface Visible {
  readonly text: string;
  /** For each character (UTF-16 unit) of `text`, its place in the text as given; undefined when nothing was taken out. */
  readonly places?: Int32Array;
}

/**
 * Takes out what nobody sees, before anything is read: so it can hide no word and change no answer.
 * @param text any string
 */
export function visibleText(text: string): Visible {
  if (!BEYOND_ASCII.test(text)) return { text };
  const places = new Int32Array(text.length);
  let visible = '';
  let from = 0;
  for (const { 0: hidden, index } of text.matchAll(INVISIBLE)) {
    for (let at = from; at < index; at++) places[visible.length + at - from] = at;
    visible += text.slice(from, index);
    from = index + hidden.length;
  }
  if (from === 0) return { text };
  for (let at = from; at < text.length; at++) places[visible.length + at - from] = at;
  visible += text.slice(from);
  return { text: visible, places: places.subarray(0, visible.length) };
}
