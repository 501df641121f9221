import { looksLikeSpam } from './message/automatic.ts';
import type { Header } from './message/headers.ts';
import type { SenderProof } from './message/proof.ts';

const PROOF_NOTES: Readonly<Record<Exclude<SenderProof, 'proven'>, string>> = {
  unknown:
    'The sender is not proven: the mail server says nothing about them. Anybody can write any name there, so do not take it as known who sent this.',
  failed:
    'The sender is not proven: the mail server’s check failed. Somebody else may have written it in their name. Nothing was sent to that address.',
};

export const SPAM_NOTE = 'The mail server takes it for spam. It is kept all the same.';
export const ELSEWHERE_NOTE =
  'It answers an email about another concern, but it did not come from the person who raised that one, or that one has ended.';

/** What whoever reads a concern should know of the mail's way here. */
export function wayNotes(headers: readonly Header[], proof: SenderProof): readonly string[] {
  const spam = looksLikeSpam(headers) ? [SPAM_NOTE] : [];
  return proof === 'proven' ? spam : [PROOF_NOTES[proof], ...spam];
}
