/** Why a file could not be read as a policy. */
export const IMPORT_ERROR_CODES = [
  'empty',
  'too-large',
  'too-complex',
  'spreadsheet',
  'slides',
  'picture',
  'old-word',
  'open-document',
  'apple-pages',
  'link',
  'rich-text',
  'archive',
  'program',
  'unknown-type',
  'corrupted',
  'password',
  'no-text',
] as const;
export type ImportErrorCode = (typeof IMPORT_ERROR_CODES)[number];

const SAFE = 'Nothing was changed.';
const ASK = 'Please choose the policy as a Word (.docx), PDF or text file.';

/** What happened, what is safe, what to do: one plain message a code. */
const MESSAGES: Record<ImportErrorCode, string> = {
  empty: `There are no words in this file. ${SAFE} Open it to check that it holds the policy, then choose it again.`,
  'too-large': `This file is larger than 20 MB, which is more than a policy needs. ${SAFE} Save it without its pictures, or copy its words into a new document, and choose that.`,
  'too-complex': `This file unpacks into far more than a policy needs, so we stopped reading it. ${SAFE} Copy its words into a new Word document and choose that.`,
  spreadsheet: `This file is a spreadsheet, not a policy document. ${SAFE} ${ASK}`,
  slides: `This file is a set of slides, not a policy document. ${SAFE} ${ASK}`,
  picture: `This file is a picture, and we cannot read words in a picture. ${SAFE} ${ASK}`,
  'old-word': `This file is an old Word document (.doc). ${SAFE} Open it in Word, choose Save as, pick Word document (.docx), and choose the new file.`,
  'open-document': `This file is an OpenDocument text (.odt). ${SAFE} Open it, choose Save as, pick Word document (.docx) or PDF, and choose the new file.`,
  'apple-pages': `This file was made with Pages or another program for the Mac and iPad. ${SAFE} Open it there, choose File, then Export To, then Word, and choose the new file.`,
  link: `This file is only a link to a document on the web, and the words are not in it. ${SAFE} Open the document in Google Docs, choose File, then Download, then Microsoft Word (.docx), and choose the new file.`,
  'rich-text': `This file is in rich text format (.rtf). ${SAFE} Open it in Word, choose Save as, pick Word document (.docx), and choose the new file.`,
  archive: `This file is a zip folder, not a document. ${SAFE} Open the folder, take the policy out of it, and choose the policy itself.`,
  program: `This file is a program, not a document. We did not open it. ${SAFE} ${ASK}`,
  'unknown-type': `We do not know this kind of file. ${SAFE} ${ASK}`,
  corrupted: `This file is damaged and cannot be opened. ${SAFE} Open it on your own computer, save it again under a new name, and choose the new file.`,
  password: `This file is locked with a password. ${SAFE} Open it with the password, save a copy without one, and choose the copy.`,
  'no-text': `This PDF holds only pictures of pages, so there are no words to read. ${SAFE} Choose the Word document it was made from, or type the words into a new one.`,
};

/** A policy file that cannot be read. `code` is stable; the message is for the school office. */
export class PolicyImportError extends Error {
  override readonly name = 'PolicyImportError';
  readonly code: ImportErrorCode;

  constructor(code: ImportErrorCode, options?: ErrorOptions) {
    super(MESSAGES[code], options);
    this.code = code;
  }
}
