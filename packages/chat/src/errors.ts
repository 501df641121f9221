/** Why a file could not be read as an export. */
export type ChatErrorCode =
  | 'empty'
  | 'not-an-export'
  | 'not-text'
  | 'zip-broken'
  | 'zip-encrypted'
  | 'zip-too-big'
  | 'zip-without-chat'
  | 'too-big';

/**
 * The file is not a WhatsApp export, or cannot be read as one. The message is plain English for the person who chose
 * the file: what happened and what to do next.
 */
export class ChatReadError extends Error {
  override readonly name = 'ChatReadError';
  readonly code: ChatErrorCode;
  /** What the file is instead, such as "a PDF document"; null when that is not known. */
  readonly whatItIs: string | null;

  /**
   * @param code stable code for programs
   * @param message plain English for people
   * @param whatItIs what the file is instead, if known
   */
  constructor(code: ChatErrorCode, message: string, whatItIs: string | null = null) {
    super(message);
    this.code = code;
    this.whatItIs = whatItIs;
  }
}

/** What to do next, for a person with a file that is no chat. */
export const HOW_TO_EXPORT =
  'In WhatsApp, open the chat, choose "Export chat", and give us the .zip or .txt file that it makes.';

/**
 * The error for a file that is something else.
 * @param whatItIs what it is, with its article: "a PDF document"
 */
export function somethingElse(whatItIs: string): ChatReadError {
  return new ChatReadError(
    'not-text',
    `We could not read this file: it is ${whatItIs}, not a WhatsApp chat. ${HOW_TO_EXPORT}`,
    whatItIs,
  );
}

/** The error for text in which no message was found. */
export function noMessages(): ChatReadError {
  return new ChatReadError(
    'not-an-export',
    `We could not find any WhatsApp messages in this file. It may be another text, or a chat copied in a way that lost the dates. ${HOW_TO_EXPORT}`,
    'a text without WhatsApp messages',
  );
}

/** The error for a message that no phone writes. */
export function tooLong(): ChatReadError {
  return new ChatReadError(
    'too-big',
    `This file holds a message far longer than any chat has, so we stopped. ${HOW_TO_EXPORT}`,
  );
}

/** The error for a file that is no zip and far bigger than any chat. */
export function tooBig(): ChatReadError {
  return new ChatReadError(
    'too-big',
    `This file is far bigger than any chat, so we stopped. It may be a video, a backup or something else. ${HOW_TO_EXPORT}`,
    'a very big file',
  );
}

/** The error for a file with nothing in it. */
export function emptyFile(): ChatReadError {
  return new ChatReadError('empty', `This file is empty. ${HOW_TO_EXPORT}`, 'an empty file');
}
