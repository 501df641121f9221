import type { Staff } from '../edge/staff.ts';
import { may } from '../people/permissions.ts';
import type { Role } from '../people/roles.ts';
import { confidentialIsStuck } from '../platform/mail/tray.ts';
import type { Work } from '../platform/work.ts';
import { Button, Form, InsetText } from '../ui/index.ts';

/** Those whom a concern may go past: that such a mail exists at all would tell them of one (rule 10). */
const MAY_BE_PASSED: readonly Role[] = ['head', 'chair', 'governor', 'safeguarding'];

/** Whether somebody is to be told that mail about a matter told in confidence could not be sent. */
export async function tellsOfStuck(work: Work, staff: Staff): Promise<boolean> {
  const kept = staff.roles.some((role) => MAY_BE_PASSED.includes(role));
  return !kept && may(staff.roles, 'mail.see') && (await confidentialIsStuck(work));
}

/** Says that such mail is stuck, with the one thing that can be done about it. */
export function Stuck({ once, action }: { once: string; action: string }) {
  return (
    <InsetText>
      <p>
        <strong>Mail about matters told in confidence could not be sent.</strong> Nobody may see what it is or
        to whom. What it would have said stands on the pages of those it was for.
      </p>
      <p>Check that the mail server works and knows every address, then have it tried again.</p>
      <Form action={action} once={once}>
        <Button kind="secondary">Try this mail again</Button>
      </Form>
    </InsetText>
  );
}
