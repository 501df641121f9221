import { allClauses } from '@handbell/policy';
import type { PublicPageProps } from '../edge/contexts.ts';
import { schoolHref } from '../edge/frames.tsx';
import type { PolicyVersion } from '../policies/store.ts';
import { KEEP_SECONDS } from '../policies/text.tsx';
import type { School } from '../schools/store.ts';
import { Details, InsetText } from '../ui/index.ts';
import { CodeList } from './code-list.tsx';
import { StaffHat } from './hat.tsx';
import { NoCode } from './no-code.tsx';
import { subjectsOf } from './subjects.ts';

/** What the policy itself says that groups are for. */
function GroupPurpose({ document }: Pick<PolicyVersion, 'document'>) {
  const purposes = allClauses(document).filter(({ kind }) => kind === 'purpose');
  if (purposes.length === 0) return null;
  return (
    <Details summary="What the group is for, in the policy’s words">
      <ul>
        {purposes.map(({ ref, text }) => (
          <li>
            <strong>{ref}</strong> <bdi>{text}</bdi>
          </li>
        ))}
      </ul>
    </Details>
  );
}

/** "Before you send": a parent's own message against the code, on their own device, kept and seen by nobody. */
export function checkPage(school: School, version: PolicyVersion | undefined): PublicPageProps {
  const href = schoolHref(school);
  const subjects = version ? subjectsOf(version.document) : [];
  return {
    title: 'Before you send',
    keep: KEEP_SECONDS,
    back: { href, label: 'The policy' },
    scripts: subjects.length > 0 ? ['message-check.js'] : [],
    children: (
      <>
        <h1>Before you send</h1>
        {version === undefined || subjects.length === 0 ? (
          <NoCode href={href} />
        ) : (
          <>
            <p class="hb-lead">Not sure about a message to a class group? Check it here first.</p>
            <p>
              Ask yourself two things: is it for everybody in the group, and is it about school? If it is for
              one person, send it to them alone.
            </p>
            <InsetText>
              What you write stays on this phone or computer. It is not kept, not sent, and the school does
              not see it.
            </InsetText>
            <div data-message-check hidden>
              <div class="govuk-form-group">
                <label class="govuk-label govuk-label--s" for="message">
                  Your message
                </label>
                <textarea
                  class="govuk-textarea"
                  id="message"
                  rows={5}
                  autocomplete="off"
                  dir="auto"
                  aria-controls="answer"
                />
              </div>
              <div id="answer" data-answer />
              <p role="status" class="govuk-visually-hidden" data-said />
            </div>
            <p data-without>
              A message can only be checked where scripts run. The code is below in plain words, with who to
              ask instead.
            </p>
            <StaffHat />
            <h2>The code in plain words</h2>
            <p>
              From version {version.number} of the school’s policy. <a href={href}>Read the whole policy</a>,
              or see <a href={`${href}/ask`}>who to ask</a>.
            </p>
            {/* Open for readers without scripts; the checker folds it away, so that the page stays short and quick. */}
            <Details summary="All parts of the code" open>
              <CodeList subjects={subjects} school={school} />
            </Details>
            <GroupPurpose document={version.document} />
          </>
        )}
      </>
    ),
  };
}
