import type { TagKind } from '../ui/index.ts';

/** Where a meeting stands. */
export const MEETING_STATES = ['offered', 'agreed', 'held', 'shared', 'missed', 'cancelled'] as const;
export type MeetingState = (typeof MEETING_STATES)[number];

export const MEETING_ACTS = [
  'offer',
  'choose',
  'move',
  'cancel',
  'hold',
  'miss',
  'write',
  'share',
  'comment',
] as const;
export type MeetingAct = (typeof MEETING_ACTS)[number];

/** From each state, by each act, to which state; null where there is no way. `offer` begins one. */
export const MEETING_TRANSITIONS: Readonly<
  Record<MeetingState, Readonly<Record<Exclude<MeetingAct, 'offer'>, MeetingState | null>>>
> = {
  offered: row({ choose: 'agreed', move: 'offered', cancel: 'cancelled' }),
  agreed: row({ choose: 'agreed', move: 'offered', cancel: 'cancelled', hold: 'held', miss: 'missed' }),
  held: row({ write: 'held', share: 'shared' }),
  shared: row({ comment: 'shared' }),
  // Somebody who could not come is offered new times.
  missed: row({ move: 'offered' }),
  cancelled: row({}),
};

type Row = Record<Exclude<MeetingAct, 'offer'>, MeetingState | null>;

function row(ways: Partial<Row>): Row {
  const nowhere: Row = {
    choose: null,
    move: null,
    cancel: null,
    hold: null,
    miss: null,
    write: null,
    share: null,
    comment: null,
  };
  return { ...nowhere, ...ways };
}

/** What a parent does themselves; everything else is done by whoever works on the case. */
export const PARENT_ACTS: ReadonlySet<MeetingAct> = new Set(['choose', 'comment']);

export const MEETING_TEXT: Readonly<Record<MeetingState, { readonly name: string; readonly kind: TagKind }>> =
  {
    offered: { name: 'Times offered', kind: 'waiting' },
    agreed: { name: 'Time agreed', kind: 'inForce' },
    held: { name: 'Held, notes not shared', kind: 'progress' },
    shared: { name: 'Held, notes shared', kind: 'done' },
    missed: { name: 'The parent did not come', kind: 'urgent' },
    cancelled: { name: 'Cancelled', kind: 'ended' },
  };

/** What the story of a meeting calls each act. */
export const MEETING_ACT_TEXT: Readonly<Record<MeetingAct, string>> = {
  offer: 'Times were offered',
  choose: 'A time was chosen',
  move: 'New times were offered',
  cancel: 'It was cancelled',
  hold: 'It was held, and notes were written',
  miss: 'The parent did not come',
  write: 'The notes were changed',
  share: 'The notes were shared with the parent',
  comment: 'The parent commented on the notes',
};
