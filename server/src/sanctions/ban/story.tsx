import type { NameOf } from '../../cases/names.ts';
import { formatDate, Name, Story, UserText } from '../../ui/index.ts';
import type { BanDeed } from './deeds.ts';
import { PART_TEXT } from './plan.ts';
import type { Ban } from './store.ts';
import { HOLD_TEXT, HOW_TEXT } from './word-steps.ts';

/** What each entry of a ban's chronology is called. */
function titleOf(deed: BanDeed): string {
  switch (deed.act) {
    case 'consider':
      return 'A ban was considered';
    case 'plan':
      return `The plan was changed: ${PART_TEXT[deed.part].title.toLowerCase()}`;
    case 'drop':
      return 'It was left';
    case 'give-notice':
      return `Notice was given; the parent could answer until ${formatDate(deed.answerBy)}`;
    case 'impose-provisionally':
      return `Imposed for now, from ${formatDate(deed.from)}, until ${formatDate(deed.lapsesOn)} at most`;
    case 'record-representation':
      return `The parent answered. ${HOW_TEXT[deed.how]}`;
    case 'answer-representation':
      return 'The decider answered what the parent said';
    case 'confirm':
      return `Confirmed${deed.varied ? ', changed after hearing the parent' : ''}, until ${formatDate(deed.until)}; to be looked at again on ${formatDate(deed.reviewOn)}`;
    case 'refuse':
      return 'Not imposed';
    case 'invite-review':
      return `Review begun; the parent can comment until ${formatDate(deed.commentsBy)}`;
    case 'extend':
      return `Goes on after review, until ${formatDate(deed.until)}`;
    case 'lift':
      return 'Lifted';
    case 'log-breach':
      return `Somebody saw the parent on site on ${formatDate(deed.day)}`;
    case 'hold':
      return `Put on hold. ${HOLD_TEXT[deed.why]}`;
    case 'release':
      return 'The hold was released';
    case 'lapse':
      return 'Lapsed by itself: it was not confirmed in time';
    case 'expire':
      return 'Ended by itself on its last day';
  }
}

const TURNS: ReadonlySet<BanDeed['act']> = new Set([
  'give-notice',
  'impose-provisionally',
  'confirm',
  'refuse',
  'extend',
  'lift',
]);

/** A ban from beginning to end. */
export function BanStory({ ban, nameOf }: { ban: Ban; nameOf: NameOf }) {
  return (
    <Story
      label="What was done with the ban"
      entries={ban.events.map(({ at, by, deed, words }) => ({
        when: at,
        title: titleOf(deed),
        by: by ? <Name>{nameOf(by)}</Name> : 'by itself',
        kind: TURNS.has(deed.act) ? 'decision' : 'event',
        children: words === '' ? undefined : <UserText text={words} />,
      }))}
    />
  );
}
