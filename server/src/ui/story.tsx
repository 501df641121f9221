import type { Child } from 'hono/jsx';
import { type DateLike, formatDate, formatDateTime, isDateOnly, machineDate } from './format.ts';

/** Something that happened, or that is due. */
export interface StoryEntry {
  readonly when: DateLike;
  readonly title: Child;
  /** Who did it, by name or by role. */
  readonly by?: Child;
  /** `due` is still to come; `decision` is what the story turns on. */
  readonly kind?: 'event' | 'decision' | 'due' | undefined;
  readonly children?: Child;
}

/** A record read from top to bottom: what happened, when and by whom, in the order given. */
export function Story({ entries, label }: { entries: readonly StoryEntry[]; label: string }) {
  return (
    <ol class="hb-story" aria-label={label}>
      {entries.map(({ when, title, by, kind = 'event', children }) => (
        <li class={`hb-story__entry hb-story__entry--${kind}`}>
          <p class="hb-story__when">
            {kind === 'due' && 'By '}
            <When value={when} />
            {by !== undefined && <> · {by}</>}
          </p>
          <h3 class="hb-story__title">{title}</h3>
          {children}
        </li>
      ))}
    </ol>
  );
}

/** A date, or a date and time when there is one, which a machine can read too. */
export function When({ value }: { value: DateLike }) {
  return (
    <time datetime={machineDate(value)}>{isDateOnly(value) ? formatDate(value) : formatDateTime(value)}</time>
  );
}
