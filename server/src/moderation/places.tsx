import { schoolHref } from '../edge/frames.tsx';
import type { School } from '../schools/store.ts';
import { Name, telephone } from '../ui/index.ts';
import type { Place } from './subjects.ts';

function Office({ school: { profile } }: { school: School }) {
  return (
    <>
      <a href={telephone(profile.phone)}>{profile.phone}</a> or{' '}
      <a href={`mailto:${profile.officeEmail}`}>{profile.officeEmail}</a>
    </>
  );
}

/** Whom to turn to instead of the group, with the school's own contacts ("Who do I ask?", S34). */
export function WhoToAsk({ place, school }: { place: Place; school: School }) {
  const office = <Office school={school} />;
  switch (place) {
    case 'teacher':
      return <p>Who to ask: the class teacher. The office can pass a message on: {office}.</p>;
    case 'office':
      return <p>Who to ask: the school office, on {office}.</p>;
    case 'head':
      return <p>Who to ask: a senior member of staff or the Head Teacher, through the office: {office}.</p>;
    case 'governors':
      return (
        <p>
          Who to ask: the Head Teacher first, then the Chair of <Name>{school.profile.board}</Name>, through
          the office: {office}.
        </p>
      );
    case 'concern':
      return (
        <p>
          Who to ask: <a href={`${schoolHref(school)}/concern`}>tell the school in confidence</a>, or write to{' '}
          <a href={`mailto:${school.profile.concernEmail}`}>{school.profile.concernEmail}</a>.
        </p>
      );
    case 'elsewhere':
      return null;
  }
}

/** Whom to tell when somebody may be at risk: never a wait, never a group. */
export function SafeguardingLead({ school }: { school: School }) {
  const { name, phone, email } = school.profile.safeguardingLead;
  return (
    <p>
      The safeguarding lead is <Name>{name}</Name>: <a href={telephone(phone)}>{phone}</a> or{' '}
      <a href={`mailto:${email}`}>{email}</a>. In danger now: <a href="tel:999">999</a>.
    </p>
  );
}
