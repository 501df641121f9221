import type { SchoolProfile } from '../schools/profile.ts';
import { WarningText } from '../ui/index.ts';

/**
 * The reporting restriction (rule 41; Education Act 2002, section 141F, in England and Wales): a prompt, never a finding.
 * Elsewhere it is advice.
 */
export function ReportingRestriction({ nation }: Pick<SchoolProfile, 'nation'>) {
  const law = nation === 'england' || nation === 'wales';
  if (!law) {
    return (
      <p>Please do not name the teacher in a group. It could harm a child, and it could harm what follows.</p>
    );
  }
  return (
    <WarningText>
      If a pupil, or somebody for a pupil, says that a teacher committed a crime against a child of the
      school, the law forbids making public who the teacher is until there is a charge. A message in a
      parents’ group may count as public. Please do not name the teacher there.
    </WarningText>
  );
}
