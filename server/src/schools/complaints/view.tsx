import { UserText } from '../../ui/index.ts';
import type { SchoolProfile } from '../profile.ts';
import { complaintsRoute } from './rules.ts';

/** The way to complain: its steps, whom to write to, where the whole procedure is. */
export function ComplaintsWay({ profile }: { readonly profile: SchoolProfile }) {
  const { steps, contact, link } = complaintsRoute(profile);
  return (
    <>
      <ol>
        {steps.map((step) => (
          <li dir="auto">{step}</li>
        ))}
      </ol>
      <p>Write or call:</p>
      <UserText text={contact} />
      {link === undefined ? (
        <p>Ask the office for the complaints procedure. It says by when you get an answer.</p>
      ) : (
        <p>
          <a href={link}>Read the whole complaints procedure</a>. It says by when you get an answer.
        </p>
      )}
    </>
  );
}
