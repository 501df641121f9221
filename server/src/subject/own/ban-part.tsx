import { PART_TEXT } from '../../sanctions/ban/plan.ts';
import type { BanState } from '../../sanctions/ban/states.ts';
import type { Ban } from '../../sanctions/ban/store.ts';
import { ButtonLink, Details, formatDate, SummaryList, UserText } from '../../ui/index.ts';
import { ownHref } from '../session.ts';
import type { Mine } from './mine.ts';
import type { Offer } from './offers.ts';

const HEADINGS: Readonly<Record<BanState, string>> = {
  considered: '',
  'notice-of-intent': 'We are thinking about asking you not to come on to the site',
  provisional: 'Please do not come on to the school site for now',
  active: 'Please do not come on to the school site',
  'not-imposed': 'You can come on to the school site',
  lapsed: 'You can come on to the school site',
  lifted: 'You can come on to the school site again',
  expired: 'You can come on to the school site again',
};

/** What holds, from when to when, said so that nobody has to guess. */
function holds({ standing, facts }: Ban): string {
  const { from, until, lapsesOn, answerBy, reviewOn, review } = facts;
  const day = (name: typeof from) => (name ? formatDate(name) : '');
  switch (standing) {
    case 'notice-of-intent':
      return `It does not hold yet, and nothing is decided. You can come as before. You can say what you think of it until ${day(answerBy)}.`;
    case 'provisional':
      return `It holds from ${day(from)}, and ends by itself on ${day(lapsesOn)} unless it is confirmed. You can say what you think of it until ${day(answerBy)}.`;
    case 'active':
      return review
        ? `It holds until ${day(until)}. Somebody new is looking at it again now. You can say what you think of it until ${day(review.commentsBy)}.`
        : `It holds from ${day(from)} until ${day(until)}. We look at it again on ${day(reviewOn)}, and ask you first.`;
    default:
      return 'There is no ban. You do not need to do anything.';
  }
}

const HELD: readonly BanState[] = ['notice-of-intent', 'provisional', 'active'];

/** A ban that holds or that is thought of: what their page begins with. */
export interface Standing {
  readonly ban: Ban;
  readonly heading: string;
  /** May they come, until when, and when it is looked at again. */
  readonly lead: string;
}

/** The ban that a parent's page begins with; undefined when none holds and none is thought of. */
export function standingBan({ ban }: Pick<Mine, 'ban'>): Standing | undefined {
  if (!ban || !HELD.includes(ban.standing)) return undefined;
  return { ban, heading: HEADINGS[ban.standing], lead: holds(ban) };
}

/**
 * A ban before all else on the page: may they come, until when, how to have it looked at again; then where it holds. How
 * the child's days go on is folded, since it is long: nothing of it is needed to know whether one may come.
 */
export function BanFirst({ mine, first: { ban, heading, lead }, offer }: BanFirstProps) {
  const { scope, child } = ban.plan;
  return (
    <>
      <h1>{heading}</h1>
      <p class="hb-lead">{lead}</p>
      {offer && (
        <p>
          <ButtonLink href={ownHref(mine.context, offer.path)}>{offer.label}</ButtonLink>
        </p>
      )}
      <SummaryList
        rows={filled([
          { key: 'Where', value: scope.places },
          { key: 'When', value: scope.times },
          { key: 'You may come all the same', value: scope.exceptions },
        ])}
      />
      <Details summary="How your child’s days at school go on">
        <SummaryList
          rows={filled(
            Object.entries(child).map(([name, value]) => ({
              key: PART_TEXT.child.questions[name]?.label ?? name,
              value,
            })),
          )}
        />
      </Details>
      <SaidOfBan ban={ban} />
    </>
  );
}

interface BanFirstProps {
  readonly mine: Mine;
  readonly first: Standing;
  /** How they can have it looked at again now. */
  readonly offer: Offer | undefined;
}

interface Row {
  readonly key: string;
  readonly value: string;
}

function filled(rows: readonly Row[]): readonly Row[] {
  return rows.filter(({ value }) => value !== '');
}

function SaidOfBan({ ban }: { ban: Ban }) {
  const said = ban.events.filter(({ deed }) => deed.act === 'record-representation');
  if (said.length === 0) return null;
  return (
    <Details summary="What you said about it">
      {said.map(({ at, words }) => (
        <>
          <p class="hb-quiet">{formatDate(at)}</p>
          <UserText text={words} />
        </>
      ))}
    </Details>
  );
}

/** A ban that is over: that they can come again, and what they said about it. */
export function BanOverPart({ mine: { ban } }: { mine: Mine }) {
  if (!ban || HELD.includes(ban.standing)) return null;
  return (
    <section aria-labelledby="ban">
      <h2 id="ban">{HEADINGS[ban.standing]}</h2>
      <p>{holds(ban)}</p>
      <SaidOfBan ban={ban} />
    </section>
  );
}
