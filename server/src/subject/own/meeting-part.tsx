import type { Meeting } from '../../meetings/store.ts';
import { formatDateTime } from '../../ui/index.ts';
import { ownHref } from '../session.ts';
import type { Mine } from './mine.ts';

/** What a meeting asks of the parent now, in one line. */
function lineOf({ state, startsAt, slots }: Meeting): { readonly link: string; readonly say: string } {
  const when = startsAt ? formatDateTime(startsAt) : '';
  switch (state) {
    case 'offered':
      return { link: 'Choose a time to talk', say: `We offer you ${slots.length} times.` };
    case 'agreed':
      return { link: `We meet on ${when}`, say: 'Where it is, who is there, and a file for your calendar.' };
    case 'held':
      return { link: `We met on ${when}`, say: 'You get the notes soon.' };
    case 'shared':
      return { link: `Notes of our meeting on ${when}`, say: 'Read them, and say what is not right.' };
    case 'missed':
      return { link: 'We missed you', say: 'Nothing is held against you. We offer you new times.' };
    case 'cancelled':
      return { link: 'A meeting is cancelled', say: 'You do not need to come.' };
  }
}

/** The meetings on the parent's page. */
export function MeetingsPart({ mine: { context, meetings } }: { mine: Mine }) {
  if (meetings.length === 0) return null;
  return (
    <section aria-labelledby="meetings">
      <h2 id="meetings">Meetings</h2>
      <ul class="govuk-list">
        {meetings.map((meeting) => {
          const { link, say } = lineOf(meeting);
          return (
            <li>
              <a href={ownHref(context, `/meetings/${meeting.id}`)}>{link}</a>{' '}
              <span class="hb-quiet">{say}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
