import type { Page } from '../../edge/contexts.ts';
import { schoolHref } from '../../edge/frames.tsx';
import { schoolDay } from '../../platform/clock.ts';
import { Button, ButtonLink, Form, formatDate, formatShortDate, UserText } from '../../ui/index.ts';
import { ownHref } from '../session.ts';
import { BanFirst, BanOverPart, standingBan } from './ban-part.tsx';
import { MeetingsPart } from './meeting-part.tsx';
import type { Mine } from './mine.ts';
import { whereItStands } from './next.ts';
import { againstBan, type Offer, offersOf } from './offers.ts';
import { RightsPart } from './rights-part.tsx';
import { LettersPart, OutcomePart, SaidPart } from './said-part.tsx';
import { whoDecides } from './who-decides.ts';

/** @param shown what stands higher on the page already */
function Offers({ mine, shown }: { mine: Mine; shown: Offer | undefined }) {
  const [first, ...others] = offersOf(mine).filter(({ path }) => path !== shown?.path);
  if (!first) return null;
  return (
    <section aria-labelledby="can-do">
      <h2 id="can-do">What you can do</h2>
      <p>
        <ButtonLink href={ownHref(mine.context, first.path)}>{first.label}</ButtonLink>
      </p>
      <ul class="govuk-list">
        {others.map(({ path, label, hint }) => (
          <li>
            <a href={ownHref(mine.context, path)}>{label}</a> <span class="hb-quiet">{hint}</span>
          </li>
        ))}
      </ul>
      <p class="hb-quiet">
        You can do all of this by phone, by letter or in person instead.{' '}
        <a href={ownHref(mine.context, '/answer-form.pdf')}>Print a form to answer on paper (PDF)</a>
      </p>
    </section>
  );
}

/** What is said, by which rule, and the parent's own words as they were told to the school (rule 30). */
function About({ mine: { view, context } }: { mine: Mine }) {
  const { allegation, about, messageDay, ownWords, clauses, policy } = view;
  const decided = view.outcome !== undefined;
  return (
    <section aria-labelledby="about">
      <h2 id="about">What this is about</h2>
      <p>
        {decided ? 'We were told this' : 'We have been told this'} about {about}
        {messageDay && <>, on or about {formatDate(messageDay)}</>}:
      </p>
      <UserText text={allegation} />
      {ownWords !== '' && (
        <>
          <h3>The words</h3>
          <p>We were told that these words are yours. Tell us if they are not, or if something is missing.</p>
          <UserText text={ownWords} />
        </>
      )}
      <h3>The rule it is about</h3>
      <ul>
        {clauses.map(({ ref, text, force }) => (
          <li>
            {ref}: “{text.trim()}”
            {force === 'expectation' && ' This is what we hope for. It is not a rule by itself.'}
          </li>
        ))}
      </ul>
      <p>
        From our policy{' '}
        <a href={`${schoolHref(context.school)}/policy/${policy.version}`}>
          “{policy.title}”, version {policy.version}
        </a>
        , in force since {formatShortDate(policy.since)}.
      </p>
    </section>
  );
}

/** The parent's own page: a ban that holds before all else, where it stands, what it is about, what they can do, and what they can rely on. */
export async function minePageOf(mine: Mine): Promise<Page> {
  const { context, view } = mine;
  const { heading, lead } = whereItStands(view, schoolDay(context.work.now));
  const ban = standingBan(mine);
  const offer = ban && againstBan(mine);
  return context.page({
    title: ban?.heading ?? heading,
    children: (
      <>
        <p class="hb-caption">Your page · our reference {view.reference}</p>
        {ban ? (
          <>
            <BanFirst mine={mine} first={ban} offer={offer} />
            <h2>{heading}</h2>
            <p>{lead}</p>
          </>
        ) : (
          <>
            <h1>{heading}</h1>
            <p class="hb-lead">{lead}</p>
          </>
        )}
        <OutcomePart view={view} />
        <BanOverPart mine={mine} />
        <MeetingsPart mine={mine} />
        <Offers mine={mine} shown={offer} />
        <About mine={mine} />
        <LettersPart mine={mine} />
        <SaidPart mine={mine} />
        <RightsPart mine={mine} decides={await whoDecides(context.work, view)} />
        <Form action={ownHref(context, '/leave')}>
          <Button kind="secondary">Close my page</Button>
        </Form>
      </>
    ),
  });
}
