import type { NewEvidence } from '../concerns/evidence/store.ts';
import { endingOf, fateOf, type MailFile } from './message/files.ts';
import type { ReadMessage } from './message/read.ts';
import { redraw } from './redraw.ts';

/** What is kept of a mail beside its words, and what whoever reads it must know about that. */
export interface MailEvidence {
  readonly evidence: readonly NewEvidence[];
  readonly notes: readonly string[];
  /** Something of the mail is kept nowhere here. */
  readonly partial: boolean;
}

export const CHAT_NOTE =
  'A whole chat came with it. It is sealed, and nobody opens it: ask for the few messages that matter.';
const PICTURE_NOTE = 'A picture could not be drawn afresh, so it is sealed.';
const UNSOUND_NOTE =
  'Its form is broken, so words or files may be missing here. The email as it came is kept sealed.';

function sizeOf(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} kB` : `${Math.ceil(bytes / 1024 / 1024)} MB`;
}

/** What a file is called here: by what it is, never by the name it had on somebody's device. */
function sealedName(number: number, { name, bytes }: MailFile): string {
  return `File ${number} from the email (${[endingOf(name), sizeOf(bytes.length)].filter(Boolean).join(', ')}), sealed`;
}

interface Piece {
  readonly entry: NewEvidence;
  readonly note?: string;
}

async function pieceOf(file: MailFile, number: number): Promise<Piece> {
  const fate = fateOf(file);
  if (fate.kind === 'text') {
    const name = `Text ${number} from the email`;
    return { entry: { kind: 'mail-part', name, type: 'text/plain', bytes: Buffer.from(fate.text) } };
  }
  const picture = fate.kind === 'picture' ? await redraw(file.bytes) : undefined;
  if (picture) {
    const name = `Picture ${number} from the email`;
    return { entry: { kind: 'picture', name, type: 'image/jpeg', bytes: picture } };
  }
  const entry = {
    kind: 'mail-part',
    name: sealedName(number, file),
    type: 'application/octet-stream',
    bytes: file.bytes,
    state: 'sealed',
  } as const;
  if (fate.kind === 'chat') return { entry, note: CHAT_NOTE };
  return fate.kind === 'picture' ? { entry, note: PICTURE_NOTE } : { entry };
}

function leftOutNote({ cut, filesLeftOut }: ReadMessage): string | undefined {
  if (cut)
    return 'It is larger than Handbell takes in, so its last files are missing. It stays in the mailbox.';
  if (filesLeftOut === 0) return undefined;
  return `${filesLeftOut === 1 ? 'One file was' : `${filesLeftOut} files were`} too many or too large and could not be kept. The email stays in the mailbox.`;
}

/**
 * Makes what came with a mail ready to be kept.
 * @param raw the mail as it was fetched; kept sealed when it could not be read whole
 */
export async function mailEvidence(read: ReadMessage, raw: Uint8Array): Promise<MailEvidence> {
  const evidence: NewEvidence[] = [];
  const notes: string[] = [];
  if (read.words.whole !== undefined) {
    const bytes = Buffer.from(read.words.whole);
    evidence.push({ kind: 'mail-part', name: 'The whole text of the email', type: 'text/plain', bytes });
    notes.push('Its text is very long: the whole of it is kept beside the concern.');
  }
  for (const [index, file] of read.files.entries()) {
    const { entry, note } = await pieceOf(file, index + 1);
    evidence.push(entry);
    if (note !== undefined) notes.push(note);
  }
  const leftOut = leftOutNote(read);
  if (leftOut !== undefined) notes.push(leftOut);
  if (!read.sound) {
    const name = 'The email as it came, sealed';
    if (raw.length > 0)
      evidence.push({ kind: 'mail-part', name, type: 'message/rfc822', bytes: raw, state: 'sealed' });
    notes.push(UNSOUND_NOTE);
  }
  return { evidence, notes: [...new Set(notes)], partial: leftOut !== undefined };
}
