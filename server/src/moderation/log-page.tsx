import type { PublicPageProps } from '../edge/contexts.ts';
import { schoolHref } from '../edge/frames.tsx';
import type { School } from '../schools/store.ts';
import { InsetText } from '../ui/index.ts';
import { moderatorPage } from './moderator-frame.ts';

/** A moderator's own log: it lies on their device, and no part of it has a way to the school. */
export function logPage(school: School): PublicPageProps {
  return moderatorPage(school, {
    title: 'My private log',
    scripts: ['moderator-log.js'],
    children: (
      <>
        <h1>My private log</h1>
        <InsetText>
          It is kept in this browser, on this device only. The school cannot read it. Whoever can unlock this
          device can. When you clear the browser’s data or lose the device, the log is gone: save it as a file
          if you need it for longer.
        </InsetText>
        <p>Write as little as you need, and delete it when the school year ends.</p>
        <div data-moderator-log data-school={schoolHref(school)} hidden />
        <p data-without>
          A log can only be kept where scripts run. On paper, keep it as carefully as a letter.
        </p>
      </>
    ),
  });
}
