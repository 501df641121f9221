import type { SubjectView } from '../../cases/subject-view.ts';
import { ROLE_TEXT, type Role } from '../../people/roles.ts';
import { findMember } from '../../people/store.ts';
import type { Work } from '../../platform/work.ts';

const OFFICES: readonly Role[] = ['head', 'chair', 'governor'];

/** Who decides, by their office: "the Head Teacher". */
export async function whoDecides(work: Work, { decider }: Pick<SubjectView, 'decider'>): Promise<string> {
  const member = decider && (await findMember(work, decider));
  const office = OFFICES.find((role) => member?.roles.includes(role));
  if (office === 'governor') return 'a governor who has no part in it';
  return office ? `the ${ROLE_TEXT[office].name}` : 'somebody who has no part in it';
}
