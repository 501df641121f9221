import { verifyExcerpt } from '@handbell/chat';
import { previewOf } from './chat-room.ts';
import type { PreviewLine } from './protocol.ts';

/** The messages that an earlier visit to the page put into the field; none when it is empty or holds something else. */
export function keptLines(json: string): readonly PreviewLine[] {
  if (json === '') return [];
  try {
    const check = verifyExcerpt(JSON.parse(json));
    return check.ok ? previewOf(check.excerpt) : [];
  } catch {
    return [];
  }
}
