import { PART_TEXT } from '../../sanctions/ban/plan.ts';
import type { BanState } from '../../sanctions/ban/states.ts';
import type { Ban } from '../../sanctions/ban/store.ts';
import { formatDate, SummaryList, UserText } from '../../ui/index.ts';
import type { Mine } from './mine.ts';

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
      return `It does not hold yet, and nothing is decided. You can say what you think of it until ${day(answerBy)}.`;
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

/** A ban that they were told of: what it covers, how the child's life at school goes on, what they said about it. */
export function BanPart({ mine: { ban } }: { mine: Mine }) {
  if (!ban) return null;
  const { scope, child } = ban.plan;
  const rows = [
    { key: 'Where', value: scope.places },
    { key: 'When', value: scope.times },
    { key: 'You may come all the same', value: scope.exceptions },
    ...Object.entries(child).map(([name, value]) => ({
      key: PART_TEXT.child.questions[name]?.label ?? name,
      value,
    })),
  ].filter(({ value }) => value !== '');
  const said = ban.events.filter(({ deed }) => deed.act === 'record-representation');
  return (
    <section aria-labelledby="ban">
      <h2 id="ban">{HEADINGS[ban.standing]}</h2>
      <p>{holds(ban)}</p>
      {HELD.includes(ban.standing) && <SummaryList rows={rows} />}
      {said.length > 0 && (
        <>
          <h3>What you said about it</h3>
          {said.map(({ at, words }) => (
            <>
              <p class="hb-quiet">{formatDate(at)}</p>
              <UserText text={words} />
            </>
          ))}
        </>
      )}
    </section>
  );
}
