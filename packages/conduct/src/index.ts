/** Checks words against a code of conduct, on the reader's own device. Runs in a browser and in Node. */
export { type CheckResult, check, type Finding, loadModel, type Model } from './check.ts';
export {
  CLAUSES,
  type ClauseKey,
  isClauseKey,
  type Message,
  type Route,
  SEVERITIES,
  type Severity,
} from './clauses.ts';
export { explain, type PolicyClause } from './explain.ts';
export { ModelFileError } from './model-file.ts';
export type { Span } from './spans.ts';
