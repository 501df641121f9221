import { ChatReadError } from '../errors.ts';
import { decode } from './decode.ts';
import type { ChatTest } from './opened.ts';
import { chatCandidates, checkEntry, zipWithoutChat } from './zip-chat.ts';
import type { ZipEntry } from './zip-directory.ts';

/** Texts of a zip that are tried. */
const MOST_TEXTS = 20;

/** The text of a zip that is taken for its chat. */
export interface Picked {
  readonly entry: ZipEntry;
  /** What it begins with. */
  readonly head: Uint8Array;
}

/**
 * Finds the chat among a zip's texts: asks for the beginning of one likely text after the other until one is a chat. If
 * none looks like one, the likeliest is taken. Whoever unpacks answers at once or after waiting, with a function that
 * gives the beginning, or throws why there is none.
 * @param entries the zip's directory
 * @param isChat asked for the beginning of each text
 * @throws ChatReadError when there is no chat, or it cannot be unpacked
 */
export function* pickChat(
  entries: readonly ZipEntry[],
  isChat: ChatTest,
): Generator<ZipEntry, Picked, () => Uint8Array> {
  const candidates = chatCandidates(entries);
  let failure: ChatReadError | null = null;
  let fallback: Picked | null = null;
  for (const entry of candidates.slice(0, MOST_TEXTS)) {
    try {
      checkEntry(entry);
      const picked = { entry, head: (yield entry)() };
      if (isChat(decode(picked.head).letters)) return picked;
      fallback ??= picked;
    } catch (error) {
      if (!(error instanceof ChatReadError)) throw error;
      failure ??= error;
    }
  }
  if (failure !== null) throw failure;
  if (fallback !== null) return fallback;
  throw zipWithoutChat(entries);
}
