export { type DateReading, formatPartialDate, parsePartialDate } from './dates.ts';
export * from './document.ts';
export { readPolicyText } from './read/text.ts';
export type { Understanding } from './read/understand.ts';
export { tidy } from './text/spans.ts';
export { unplaced } from './unplaced.ts';
