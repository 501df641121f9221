export {
  CompositionError,
  clauseWords,
  composePolicy,
  LIBRARY,
  libraryClauses,
  type PolicyChoices,
} from './compose.ts';
export type { LibraryClause, LibraryGroup, LibraryOption, LibrarySection } from './types.ts';
