import type { MessageList } from './message-list.ts';

/** What an entry of an export is. `system` is a notice that WhatsApp wrote; everything else a person sent. */
export type MessageKind =
  | 'text'
  | 'system'
  | 'media'
  | 'deleted'
  | 'poll'
  | 'location'
  | 'contact'
  | 'call'
  | 'event';

/** What a media message carried, as far as the export says. */
export type MediaType = 'image' | 'video' | 'audio' | 'sticker' | 'gif' | 'document' | 'contact' | 'unknown';

/** What a notice tells of. `other` is a notice whose wording is known to be one but says nothing about people. */
export type EventType =
  | 'encryption'
  | 'created'
  | 'added'
  | 'removed'
  | 'left'
  | 'joined'
  | 'requested'
  | 'subject'
  | 'icon'
  | 'description'
  | 'settings'
  | 'invite-link'
  | 'admin'
  | 'admin-removed'
  | 'number-changed'
  | 'security-code'
  | 'disappearing'
  | 'pinned'
  | 'blocked'
  | 'call'
  | 'other';

/** A notice, understood. Who "you" is, only the person who exported knows: see `byExporter` and `toExporter`. */
export interface ChatEvent {
  /** Position of its message in the export. */
  readonly index: number;
  /** Local wall-clock time, as {@link Message.at}. */
  readonly at: string;
  readonly type: EventType;
  /** Who did it; null when the notice does not say, or when it was the exporter. */
  readonly actor: string | null;
  /** To whom it was done. The exporter is never listed by name. */
  readonly targets: readonly string[];
  /** The notice says that the exporter ("You") did it. */
  readonly byExporter: boolean;
  /** The notice says that it was done to the exporter ("you"). */
  readonly toExporter: boolean;
  /** The new group name, or the new number, where the notice gives one. */
  readonly value: string | null;
  /** Language of the wording that matched, as a BCP 47 tag. */
  readonly language: string;
}

/** A poll as the export prints it. A count is null where the export gives none. */
export interface Poll {
  readonly question: string;
  readonly options: readonly { readonly text: string; readonly votes: number | null }[];
}

/** A shared place. Coordinates are null where the export gives only a link. */
export interface Place {
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly name: string | null;
  readonly url: string | null;
}

/** One entry of an export, in file order. */
export interface Message {
  /** Position in the file, from 0. */
  readonly index: number;
  /** Line of the file on which the entry starts, from 1. */
  readonly line: number;
  /** Local wall-clock time as the phone wrote it, `YYYY-MM-DDTHH:MM:SS`, without a zone. */
  readonly at: string;
  /** Who wrote it; null when nobody did (a notice). */
  readonly sender: string | null;
  readonly kind: MessageKind;
  /**
   * The words as typed, lines joined by `\n`, without header and without the "edited" mark. In a message whose line ends
   * are mixed, and whose first is LF, they stay as they are.
   */
  readonly text: string;
  readonly edited: boolean;
  /** File name of what was attached, as it is in the zip; null when nothing was, or it was left out. */
  readonly attachment: string | null;
  /** What kind of media; null when it is none. */
  readonly media: MediaType | null;
  /** People named with an @ in the text, without the @. */
  readonly mentions: readonly string[];
  /** What a notice says; null for what people sent and for notices that were not understood. */
  readonly event: ChatEvent | null;
  readonly poll: Poll | null;
  readonly place: Place | null;
}

/** How sure a decision is: the file proves it, the caller's hint decided, or it is a guess. */
export type Certainty = 'proved' | 'hint' | 'guess';

/** The format the reader decided on, with the evidence for it. */
export interface ChatFormat {
  /** Shape of the headers. */
  readonly family: 'bracket' | 'dash' | 'colon' | 'web';
  readonly dateOrder: 'dmy' | 'mdy' | 'ymd' | 'ydm';
  readonly dateOrderCertainty: Certainty;
  /** Plain English: why this order. */
  readonly dateOrderReason: string;
  readonly clock: '12h' | '24h';
  readonly seconds: boolean;
  readonly calendar: 'gregorian' | 'buddhist' | 'japanese' | 'persian' | 'islamic';
  /** Languages of the notices found, most frequent first. */
  readonly languages: readonly string[];
  /** `crlf-between` when CRLF ends an entry and LF stays inside it (untouched iOS exports). */
  readonly lineEnds: 'lf' | 'crlf' | 'crlf-between';
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be';
  /** Headers counted, and lines that look like a header of another shape and were left in a message. */
  readonly headers: number;
  readonly foreignHeaders: number;
  /** Name of the chat file inside the zip, or null when the input was plain text. */
  readonly fileInZip: string | null;
}

/** A span of membership. Null means that the export does not show it. */
export interface Membership {
  readonly from: string | null;
  readonly fromHow: 'created' | 'added' | 'joined' | 'unknown';
  readonly fromBy: string | null;
  readonly to: string | null;
  readonly toHow: 'left' | 'removed' | 'unknown' | 'still-in';
  readonly toBy: string | null;
}

/** A span as administrator of the group. */
export interface AdminSpan {
  readonly from: string | null;
  readonly to: string | null;
}

/** A person of the chat. A group is never a person. */
export interface Member {
  /** Name or number, exactly as senders are written in messages. */
  readonly name: string;
  /** True when the export shows a number and no name. */
  readonly isNumber: boolean;
  readonly messages: number;
  readonly firstAt: string | null;
  readonly lastAt: string | null;
  readonly memberships: readonly Membership[];
  readonly admin: readonly AdminSpan[];
}

/** Something attached or left out. */
export interface MediaItem {
  readonly index: number;
  readonly type: MediaType;
  readonly file: string | null;
  /** In the zip; null when the input was not a zip or no file is named. */
  readonly inZip: boolean | null;
  /** Size in the zip, in bytes. */
  readonly size: number | null;
}

/** What the reader could not do, or had to guess. */
export interface ChatWarning {
  readonly code:
    | 'date-order-guessed'
    | 'foreign-headers'
    | 'text-before-first-message'
    | 'broken-letters'
    | 'unknown-notices'
    | 'impossible-date'
    | 'year-missing'
    | 'missing-media'
    | 'cut-short'
    | 'mixed-encodings';
  /** Plain English. */
  readonly message: string;
  /** First line it is about, from 1; null when it is about the whole file. */
  readonly line: number | null;
  readonly count: number;
}

/** A whole export, read. */
export interface ChatExport {
  readonly format: ChatFormat;
  /** The group's name where the export tells it. */
  readonly title: string | null;
  readonly messages: MessageList;
  readonly members: readonly Member[];
  readonly events: readonly ChatEvent[];
  readonly media: readonly MediaItem[];
  readonly warnings: readonly ChatWarning[];
}

/** How an export is read. */
export interface ReadOptions {
  /** The file's name: used for the group's name and to tell what a file is that is no export. */
  readonly name?: string;
  /** BCP 47 tag of the phone's language, if known. What the file itself proves comes first. */
  readonly locale?: string;
  /** Called now and then with the share that is done, 0 to 1. */
  readonly onProgress?: (fraction: number) => void;
}
