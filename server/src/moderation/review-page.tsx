import type { PublicPageProps } from '../edge/contexts.ts';
import { schoolHref } from '../edge/frames.tsx';
import type { PolicyVersion } from '../policies/store.ts';
import type { School } from '../schools/store.ts';
import { Details, InsetText } from '../ui/index.ts';
import { CodeList } from './code-list.tsx';
import { moderatorPage, moderatorsHref } from './moderator-frame.ts';
import { NoCode } from './no-code.tsx';
import { subjectsOf } from './subjects.ts';

/** A chat export, looked through on the moderator's own device. */
export function reviewPage(school: School, version: PolicyVersion | undefined): PublicPageProps {
  const href = moderatorsHref(school);
  const subjects = version ? subjectsOf(version.document) : [];
  return moderatorPage(school, {
    title: 'Look through a chat',
    scripts: subjects.length > 0 ? ['moderator-review.js'] : [],
    children: (
      <>
        <h1>Look through a chat</h1>
        {subjects.length === 0 ? (
          <NoCode href={schoolHref(school)} />
        ) : (
          <>
            <InsetText>
              The chat is opened on this phone or computer. Nothing of it is sent, nothing is kept, and the
              school sees nothing.
            </InsetText>
            <p>
              It shows messages that may touch the code, so that you can find them again. It counts nobody and
              ranks nobody. It can be wrong: read what stands around a message.
            </p>
            <Details summary="How to export a chat">
              <p>
                In WhatsApp, open the group, choose the three dots or the name at the top, then “More”, then
                “Export chat”, then “Without media”. Save the file, or share it to Handbell if you have put
                these pages on your phone. Delete the file when you have finished.
              </p>
            </Details>
            <div data-review data-school={schoolHref(school)} hidden />
            <p data-without>
              A chat can only be opened where scripts run. <a href={`${href}/happened`}>What you can do</a>{' '}
              works without.
            </p>
            <Details summary="What it looks for">
              <CodeList subjects={subjects} school={school} />
            </Details>
          </>
        )}
      </>
    ),
  });
}
