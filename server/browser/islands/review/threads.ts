import type { Message } from '@handbell/chat';

/** A conversation is read together: what was said just before decides a lot. */
export interface Thread {
  /** The place in the chat of each message. */
  readonly places: readonly number[];
  readonly messages: readonly { readonly sender: string; readonly text: string }[];
}

/** Silence after which people talk about something else. */
const SILENCE_MS = 3 * 60 * 60 * 1000;
/** Long conversations are read in stretches, so that none takes long. */
const LONGEST = 200;

const time = (at: string) => Date.parse(`${at}Z`);

/** What people wrote, apart from notices and pictures without words. */
function isWritten({ sender, text, kind }: Message): boolean {
  return sender !== null && kind !== 'system' && kind !== 'deleted' && text.trim() !== '';
}

/**
 * Cuts a stretch of a chat into conversations: at three hours of silence, or after 200 messages.
 * @param messages the stretch, in order
 */
export function threadsOf(messages: readonly Message[]): readonly Thread[] {
  const threads: Thread[] = [];
  let places: number[] = [];
  let said: { sender: string; text: string }[] = [];
  let last = Number.NaN;
  const close = () => {
    if (places.length > 0) threads.push({ places, messages: said });
    places = [];
    said = [];
  };
  for (const message of messages) {
    if (!isWritten(message)) continue;
    const now = time(message.at);
    if (now - last > SILENCE_MS || places.length >= LONGEST) close();
    last = now;
    places.push(message.index);
    said.push({ sender: message.sender ?? '', text: message.text });
  }
  close();
  return threads;
}
