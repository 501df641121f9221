import type { BanState } from '../../sanctions/ban/states.ts';
import type { Mine } from './mine.ts';

/** Something a parent can do on their page now. */
export interface Offer {
  readonly path: string;
  readonly label: string;
  readonly hint: string;
}

const TAKES_WORDS: readonly BanState[] = ['notice-of-intent', 'provisional'];

/** Whether a ban takes what the parent says: proposed, for now, or being looked at again. */
export function takesRepresentation({ ban }: Pick<Mine, 'ban'>): boolean {
  if (!ban) return false;
  return TAKES_WORDS.includes(ban.standing) || (ban.standing === 'active' && ban.facts.review !== undefined);
}

/** What a parent can do now, the most pressing first: as the machine of the case lets them. */
export function offersOf(mine: Mine): readonly Offer[] {
  const { may, stage } = mine.view;
  const wrote = mine.sent.some(({ kind }) => kind === 'account');
  const open = may.ask && stage !== 'over';
  return [
    ...(takesRepresentation(mine)
      ? [{ path: '/ban', label: 'Say what you think of the ban', hint: 'The person who decides answers it.' }]
      : []),
    ...(may.write
      ? [
          {
            path: '/answer',
            label: wrote ? 'Add to what you wrote' : 'Write your side',
            hint: 'In your own words and in any language. You can add to it later.',
          },
        ]
      : []),
    ...(open
      ? [
          { path: '/talk', label: 'Ask to talk', hint: 'By phone, at school or online.' },
          {
            path: '/needs',
            label: 'Say what would help you',
            hint: 'An interpreter, large print, somebody beside you, another time.',
          },
        ]
      : []),
    ...(may.write ? [{ path: '/not-me', label: 'This is not me', hint: 'Somebody else wrote it.' }] : []),
    ...(may.review
      ? [
          {
            path: '/review',
            label: 'Ask for a review',
            hint: 'Somebody who had no part in it looks again. It can only become lighter.',
          },
        ]
      : []),
    ...(may.ask
      ? [{ path: '/words', label: 'Tell us something else', hint: 'A question, or a correction.' }]
      : []),
  ];
}

/** How a parent can have a ban looked at again now: by saying what they think of it, or by a review of the decision. */
export function againstBan(mine: Mine): Offer | undefined {
  const offers = offersOf(mine);
  return ['/ban', '/review'].map((path) => offers.find((each) => each.path === path)).find(Boolean);
}
