import type { FieldErrors } from '../../ui/form-state.ts';
import { PictureError, safePicture } from './picture.ts';
import type { NewEvidence } from './store.ts';

/** Pictures drawn afresh and ready to be kept, or what is wrong with them. */
export type Taken =
  | { readonly ok: true; readonly evidence: readonly NewEvidence[] }
  | { readonly ok: false; readonly errors: FieldErrors };

/**
 * Draws a reporter's pictures afresh.
 * @param name the form's field, for what is wrong
 */
export async function takePictures(pictures: readonly Uint8Array[], name: string): Promise<Taken> {
  const evidence: NewEvidence[] = [];
  for (const [index, bytes] of pictures.entries()) {
    try {
      const safe = await safePicture(bytes);
      evidence.push({ kind: 'picture', name: `Picture ${index + 1}`, type: 'image/jpeg', bytes: safe });
    } catch (error) {
      if (!(error instanceof PictureError)) throw error;
      return { ok: false, errors: { [name]: error.message } };
    }
  }
  return { ok: true, evidence };
}

/** The text of a mail that a reporter pasted, as evidence; nothing when there is none. */
export function mailEvidence(text: string): readonly NewEvidence[] {
  if (text === '') return [];
  return [{ kind: 'mail-part', name: 'Email, pasted', type: 'text/plain', bytes: Buffer.from(text) }];
}
