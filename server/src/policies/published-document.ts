import { type PolicyDocument, parsePolicyDocument } from '@handbell/policy';
import type { SchoolId } from '../platform/ids.ts';
import { Kept } from '../platform/kept.ts';

/** Documents kept at most, the last used of all schools: a few megabytes. */
const MOST = 64;
const kept = new Kept<PolicyDocument>(MOST);

/**
 * The document of a version that was published, read from its row once and then kept in memory: what was published never
 * changes (rule 38), and an evening on which the whole school follows one link reads the same version thousands of times.
 * @param hash the document's hash
 * @param text the document as its row has it
 */
export function publishedDocument(school: SchoolId, hash: string, text: string): PolicyDocument {
  const key = `${school} ${hash}`;
  return kept.get(key) ?? kept.keep(key, parsePolicyDocument(JSON.parse(text)));
}
