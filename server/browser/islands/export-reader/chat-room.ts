import {
  type ChatExport,
  type Excerpt,
  type Message,
  makeExcerpt,
  readExportFrom,
  verifyExcerpt,
} from '@handbell/chat';
import type { Choice, Made, Opened, Row } from './protocol.ts';

/** Something the reader cannot do, in words for the person at the page. */
export class ReaderProblem extends Error {
  override readonly name = 'ReaderProblem';
}

const WORDLESS: Readonly<Record<string, string>> = {
  media: '[picture, video or sound]',
  deleted: '[deleted message]',
  poll: '[poll]',
  location: '[place]',
  contact: '[contact card]',
  call: '[call]',
};

/** A message as a list shows it. */
export function rowOf({ index, at, sender, kind, text }: Message): Row {
  return {
    index,
    at,
    sender: sender ?? 'WhatsApp',
    text: text.trim() === '' ? (WORDLESS[kind] ?? '') : text,
  };
}

/** A chat that is open on this device: it lives in the worker and goes with it. */
export class ChatRoom {
  private readonly chat: ChatExport;
  /** The positions that the list shows now; undefined for all of them. */
  private shown: readonly number[] | undefined;

  private constructor(chat: ChatExport) {
    this.chat = chat;
  }

  /**
   * Reads a file.
   * @throws ChatReadError with what the file is and what to do, when it is no export
   */
  static async open(file: File, onProgress: (fraction: number) => void): Promise<ChatRoom> {
    const chat = await readExportFrom(file, { name: file.name, onProgress });
    if (chat.messages.length === 0) throw new ReaderProblem('There are no messages in this file.');
    return new ChatRoom(chat);
  }

  about(): Opened {
    const { messages, warnings } = this.chat;
    const day = (index: number) => messages.atOf(index).slice(0, 10);
    return {
      total: messages.length,
      firstDay: day(0),
      lastDay: day(messages.length - 1),
      warnings: warnings.map((warning) => warning.message),
    };
  }

  /** Messages as they stand in the chat, whatever the list shows. */
  messages(from: number, count: number): readonly Message[] {
    return this.chat.messages.slice(from, from + count);
  }

  /** Narrows the list to messages with some words, of a day, or both. */
  filter(text: string, day: string): number {
    const wanted = text.trim().toLocaleLowerCase();
    const { messages } = this.chat;
    if (wanted === '' && day === '') {
      this.shown = undefined;
      return messages.length;
    }
    const fits = ({ sender, text: words }: Message) =>
      wanted === '' || `${sender ?? ''}\n${words}`.toLocaleLowerCase().includes(wanted);
    const found: number[] = [];
    for (let index = 0; index < messages.length; index += 1) {
      if (day !== '' && !messages.atOf(index).startsWith(day)) continue;
      const message = messages.at(index);
      if (message && fits(message)) found.push(index);
    }
    this.shown = found;
    return found.length;
  }

  rows(from: number, count: number): readonly Row[] {
    const { messages } = this.chat;
    if (!this.shown) return messages.slice(from, from + count).map(rowOf);
    return this.shown.slice(from, from + count).flatMap((index) => {
      const message = messages.at(index);
      return message ? [rowOf(message)] : [];
    });
  }

  /**
   * Cuts out what was chosen, with names and numbers replaced, and checks it as the school will.
   * @throws ReaderProblem when it is too much, or something could not be replaced
   */
  make({ ticked, context, subject, hide }: Choice): Made {
    const excerpt = makeExcerpt(this.chat, {
      ticked,
      context,
      subjects: subject === '' ? [] : [subject],
      alsoHide: hide,
    });
    const check = verifyExcerpt(excerpt);
    if (!check.ok) throw new ReaderProblem(check.message);
    return { json: JSON.stringify(excerpt), lines: previewOf(excerpt) };
  }
}

/** What of an excerpt a person can read. */
export function previewOf({ messages }: Pick<Excerpt, 'messages'>): Made['lines'] {
  return messages.map(({ at, who, ticked, kind, text }) => ({
    at,
    who: who ?? 'WhatsApp',
    ticked,
    text: text.trim() === '' ? (WORDLESS[kind] ?? '') : text,
  }));
}
