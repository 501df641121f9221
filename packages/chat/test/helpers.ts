import { type ChatExport, type Message, type ReadOptions, readExport } from '../src/index.ts';

const encoder = new TextEncoder();

/** Reads an export given as text. */
export function readText(text: string, options: ReadOptions = {}): ChatExport {
  return readExport(encoder.encode(text), options);
}

/** Messages of an export given as text. */
export function messagesOf(text: string, options: ReadOptions = {}): Message[] {
  return readText(text, options).messages.slice();
}

/** The only message of a text, or an error that says how many there were. */
export function onlyMessage(text: string, options: ReadOptions = {}): Message {
  const [first, ...rest] = messagesOf(text, options);
  if (first === undefined || rest.length > 0) throw new Error(`wanted one message, found ${rest.length + 1}`);
  return first;
}

/** Time, sender and words of each message, for short comparisons. */
export function brief(messages: readonly Message[]): [at: string, sender: string | null, text: string][] {
  return messages.map((message) => [message.at, message.sender, message.text]);
}
