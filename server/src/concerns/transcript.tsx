import { formatTime, UserText, When } from '../ui/index.ts';
import type { TranscriptLine } from './account.ts';

/** Chosen messages as a transcript, in the order of the chat. */
export function Transcript({ lines }: { lines: readonly TranscriptLine[] }) {
  return (
    <ol class="hb-story" aria-label="Messages">
      {lines.map(({ at, speaker, bySubject, chosen, text }) => (
        <li class={`hb-story__entry hb-story__entry--${chosen ? 'decision' : 'event'}`}>
          <p class="hb-story__when">
            <When value={at.slice(0, 10)} />, {formatTime(at)} · <bdi>{speaker}</bdi>
            {bySubject && ' (the person this is about)'}
            {!chosen && ' (for context)'}
          </p>
          <UserText text={text} />
        </li>
      ))}
    </ol>
  );
}
