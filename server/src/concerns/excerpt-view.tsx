import { verifyExcerpt } from '@handbell/chat';
import { Details, InsetText } from '../ui/index.ts';
import { type KeptExcerpt, transcriptOf } from './account.ts';
import { Transcript } from './transcript.tsx';

/**
 * Chosen messages as everybody reads them: the words of the person it is about first, what stood around them only when
 * asked for (rule 30), and whether the proofs that came with them still hold.
 */
export function ExcerptView({ excerpt }: { readonly excerpt: KeptExcerpt }) {
  const lines = transcriptOf(excerpt);
  const own = lines.filter(({ bySubject }) => bySubject);
  const around = own.length > 0 && own.length < lines.length;
  return (
    <>
      <InsetText>
        {verifyExcerpt(excerpt).ok
          ? 'Proofs checked just now: the time, the kind and the place of each message belong to one chat, as the reporter’s device read it. What the words were can be proved by somebody who has the whole chat.'
          : 'The proofs of these messages do not hold. Treat them as words that somebody typed.'}
      </InsetText>
      <Transcript lines={own.length > 0 ? own : lines} />
      {around && (
        <Details summary="Show them with the messages around them">
          <Transcript lines={lines} />
        </Details>
      )}
    </>
  );
}
