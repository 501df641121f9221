import { caseHref } from '../../cases/guarded.ts';
import type { CaseId } from '../../cases/ids.ts';
import type { MeetingId } from '../ids.ts';

/** Where the meetings of a case lie, and one of them. */
export const meetingsHref = (id: CaseId, meeting?: MeetingId): string =>
  `${caseHref(id)}/meetings${meeting ? `/${meeting}` : ''}`;
