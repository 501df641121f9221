import { type PolicyDocument, parsePolicyDocument } from '@handbell/policy';
import type { SchoolId } from '../platform/ids.ts';

/** Documents kept at most, the last used of all schools: a few megabytes. */
const MOST = 64;
const kept = new Map<string, PolicyDocument>();

/**
 * The document of a version that was published, read from its row once and then kept in memory: what was published never
 * changes (rule 38), and an evening on which the whole school follows one link reads the same version thousands of times.
 * @param hash the document's hash
 * @param text the document as its row has it
 */
export function publishedDocument(school: SchoolId, hash: string, text: string): PolicyDocument {
  const key = `${school} ${hash}`;
  const document = kept.get(key) ?? parsePolicyDocument(JSON.parse(text));
  // A map keeps its order: what was just used goes to its end, what was used longest ago is first.
  kept.delete(key);
  kept.set(key, document);
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST) break;
    kept.delete(oldest);
  }
  return document;
}
