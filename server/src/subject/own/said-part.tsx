import { Temporal } from 'temporal-polyfill';
import { HOW_TEXT } from '../../cases/kinds.ts';
import type { SubjectView } from '../../cases/subject-view.ts';
import { LETTER_TEXT } from '../../letters/rules.ts';
import { schoolDay } from '../../platform/clock.ts';
import { formatDate, formatShortDate, Story, type StoryEntry, UserText } from '../../ui/index.ts';
import { SENT_TEXT } from '../kinds.ts';
import { ownHref } from '../session.ts';
import type { Mine } from './mine.ts';

/** What was decided, and why. */
export function OutcomePart({ view: { outcome, review } }: { view: SubjectView }) {
  if (!outcome) return null;
  const { label, reasons, expected, issuedOn, expiresOn } = outcome;
  return (
    <section aria-labelledby="outcome">
      <h2 id="outcome">What we decided</h2>
      <p>
        On {formatDate(issuedOn)}: <strong>{label}</strong>
        {expiresOn && <>. It ends by itself on {formatDate(expiresOn)}</>}.
      </p>
      <h3>Why</h3>
      <UserText text={reasons} />
      {expected !== '' && (
        <>
          <h3>What we ask of you</h3>
          <UserText text={expected} />
        </>
      )}
      {review === 'asked' && <p>You asked for a review. Until it is decided, this stands.</p>}
    </section>
  );
}

/** The letters that went out to them. */
export function LettersPart({ mine: { context, view } }: { mine: Mine }) {
  if (view.letters.length === 0) return null;
  return (
    <section aria-labelledby="letters">
      <h2 id="letters">Letters to you</h2>
      <ul>
        {view.letters.map(({ id, kind, issuedAt }) => (
          <li>
            <a href={ownHref(context, `/letters/${id}`)}>{LETTER_TEXT[kind].title} (PDF)</a>
            {issuedAt && <span class="hb-quiet"> {formatShortDate(issuedAt)}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What they sent, and what was noted of what they said. */
export function SaidPart({ mine: { context, view, sent } }: { mine: Mine }) {
  // What they wrote themselves stands among what they sent; the rest was noted by somebody who listened.
  const noted = view.heard.filter(({ how }) => how !== 'own-page');
  const typed = sent.filter(({ paper, kind }) => !(paper && kind === 'account'));
  const entries: readonly (StoryEntry & { readonly on: Temporal.PlainDate })[] = [
    ...noted.map(({ happenedOn, how, words }) => ({
      on: happenedOn,
      when: happenedOn,
      title: `What we noted of what you said. ${HOW_TEXT[how]}`,
      children: <UserText text={words} />,
    })),
    ...typed.map(({ id, kind, at, words }) => ({
      on: schoolDay(at),
      when: at,
      title: SENT_TEXT[kind].title,
      children: (
        <>
          <UserText text={words} />
          <p>
            <a href={ownHref(context, `/sent/${id}`)}>
              Receipt<span class="govuk-visually-hidden">: {SENT_TEXT[kind].title}</span>
            </a>
          </p>
        </>
      ),
    })),
  ];
  if (entries.length === 0) return null;
  const inOrder = entries.toSorted((one, other) => Temporal.PlainDate.compare(one.on, other.on));
  return (
    <section aria-labelledby="said">
      <h2 id="said">What you told us</h2>
      <p>If something is not as you said it, tell us: it is put beside it.</p>
      <Story label="What you told us" entries={inOrder} />
    </section>
  );
}
