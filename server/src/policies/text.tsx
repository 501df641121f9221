import type { PolicyDocument } from '@handbell/policy';
import { toHtml } from '@handbell/policy/print';
import { raw } from 'hono/html';
import { languageOf } from './language.ts';

/** Pages that everybody sees alike may be kept a minute: a new version is seen at once by all but the last readers. */
export const KEEP_SECONDS = 60;

/** The words of a policy as they are read in public: each clause with its number and an address of its own. */
export function PolicyText({ document }: { document: PolicyDocument }) {
  const facts = { language: languageOf(document) };
  return <>{raw(toHtml(document, facts, { bodyOnly: true, withoutForms: true }))}</>;
}
