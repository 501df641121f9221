import type { PublicPageProps } from '../edge/contexts.ts';
import type { School } from '../schools/store.ts';
import { ButtonLink } from '../ui/index.ts';
import { moderatorPage, moderatorsHref } from './moderator-frame.ts';

/** What stands at the address that WhatsApp shares a chat to, when the installed app did not take it on the phone. */
export function sharedPage(school: School): PublicPageProps {
  return moderatorPage(school, {
    title: 'The chat was not opened',
    children: (
      <>
        <h1>The chat was not opened</h1>
        <p>
          The app on your phone should have opened it by itself and did not. The school has not read it and
          has kept nothing of it.
        </p>
        <p>Save the export on your phone instead, and open it from there.</p>
        <p>
          <ButtonLink href={`${moderatorsHref(school)}/review`}>Look through a chat</ButtonLink>
        </p>
      </>
    ),
  });
}
