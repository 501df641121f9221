import type { Child } from 'hono/jsx';

/** How a state stands. Each has its own shape, so that no state is told by colour alone. */
export type TagKind = 'new' | 'progress' | 'waiting' | 'inForce' | 'done' | 'urgent' | 'ended';

const shapes: Readonly<Record<TagKind, string>> = {
  new: 'M6 1.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zm0 2a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5z',
  progress: 'M6 1.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zm0 2v5a2.5 2.5 0 0 1 0-5z',
  waiting: 'M2.5 1h7v2L7 6l2.5 3v2h-7V9L5 6 2.5 3z',
  inForce: 'M6 .8 11.2 6 6 11.2.8 6z',
  done: 'M4.6 8.2 10 2.3l1.4 1.3-6.7 7.3L.7 7l1.4-1.4z',
  urgent: 'M6 1l5.5 10H.5z',
  ended: 'M2 2h8v8H2z',
};

/** A state in a word or two, with a shape and a quiet colour. */
export function Tag({ kind = 'new', children }: { kind?: TagKind | undefined; children?: Child }) {
  return (
    <strong class={`hb-tag hb-tag--${kind}`}>
      <svg
        xmlns="http://www.w3.org/2000/svg"
        viewBox="0 0 12 12"
        width="12"
        height="12"
        aria-hidden="true"
        focusable="false"
      >
        <path d={shapes[kind]} />
      </svg>
      {children}
    </strong>
  );
}
