import type { PolicyDocument } from './document.ts';

function write(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(write).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${write(one)}`).join(',')}}`;
}

/**
 * Writes a document as JSON in one form only: keys in order, no spaces, nothing that is absent. Equal documents give
 * equal strings, wherever and in whatever order they were made.
 */
export function canonicalJson(document: PolicyDocument): string {
  return write(document);
}

/** The string whose SHA-256, taken over its UTF-8 bytes, names a version of a policy. */
export function hashInput(document: PolicyDocument): string {
  return `handbell.policy.1\n${canonicalJson(document)}`;
}
