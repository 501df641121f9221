import { schoolHref } from '../../edge/frames.tsx';
import { telephone } from '../../ui/index.ts';
import { ownHref } from '../session.ts';
import type { Mine } from './mine.ts';

const withArticle = (board: string): string => (/^the /iu.test(board) ? board : `the ${board}`);

/** What a parent can rely on: who decides, who can be with them, what will not happen, how to complain, their data. */
export function RightsPart({ mine: { context }, decides }: { mine: Mine; decides: string }) {
  const { school } = context;
  const { phone, officeEmail, board } = school.profile;
  return (
    <>
      <section aria-labelledby="how">
        <h2 id="how">How this works</h2>
        <ul>
          <li>First we listen to everybody who is part of it. That includes you.</li>
          <li>The person who looks into it does not decide it. It is decided by {decides}.</li>
          <li>We take the smallest step that helps. Often that is a talk, or nothing more at all.</li>
          <li>You get the decision in writing, with reasons. You can ask that somebody new looks at it.</li>
        </ul>
      </section>
      <section aria-labelledby="with-you">
        <h2 id="with-you">Somebody with you, and other help</h2>
        <p>
          You can bring somebody you trust, or let them speak for you. We find and pay for an interpreter. We
          can write in large print, meet at another time or place, or send questions beforehand.{' '}
          <a href={ownHref(context, '/needs')}>Say what would help you</a>.
        </p>
      </section>
      <section aria-labelledby="not-happen">
        <h2 id="not-happen">What will not happen</h2>
        <ul>
          <li>Your child is not affected by this: not their place, their lessons or how they are treated.</li>
          <li>We do not tell other parents about it.</li>
          <li>
            Criticism of the school is never held against you. Please go on telling us when something worries
            you.
          </li>
          <li>Nothing is held against you because you answer, or because you do not.</li>
        </ul>
      </section>
      <section aria-labelledby="rights">
        <h2 id="rights">If you are unhappy, and your data</h2>
        <p>
          You can complain about how we deal with this. Ask the office for our complaints procedure, or write
          to the Chair of {withArticle(board)} at the school’s address.
        </p>
        <p>
          You can ask for a copy of what we hold about you, and ask us to correct it. We answer within a
          month. Write to <a href={`mailto:${officeEmail}`}>{officeEmail}</a>. You can also complain to the
          Information Commissioner on 0303 123 1113.{' '}
          <a href={`${schoolHref(school)}/privacy`}>How we keep data</a>
        </p>
        <p>
          To reach the school: <a href={telephone(phone)}>{phone}</a> or{' '}
          <a href={`mailto:${officeEmail}`}>{officeEmail}</a>.
        </p>
      </section>
    </>
  );
}
