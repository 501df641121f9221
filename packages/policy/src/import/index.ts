import { type ChosenUse, withChosen } from '../chosen.ts';
import type { Doubt, PolicyDocument } from '../document.ts';
import { type Layout, type LooseBlock, layOut } from '../read/blocks.ts';
import { KEEP } from '../read/doubts.ts';
import { readLines } from '../read/lines.ts';
import { understand } from '../read/understand.ts';
import { decodeText } from './decode.ts';
import { detectKind } from './detect.ts';
import { readDocx } from './docx.ts';
import { PolicyImportError } from './errors.ts';
import { readHtml } from './html.ts';
import { readMarkdown } from './markdown.ts';
import { readPdf } from './pdf.ts';

export type { LooseBlock } from '../read/blocks.ts';
export { IMPORT_ERROR_CODES, type ImportErrorCode, PolicyImportError } from './errors.ts';

/** The largest file that is read, in bytes. */
export const MOST_BYTES = 20 * 1024 * 1024;
/** A long policy has some 50,000 characters; more than this is another kind of text. */
const MOST_CHARACTERS = 1_000_000;
const MOST_BLOCKS = 5_000;

/** A file as it was chosen or uploaded. Its name gives a title to an untitled document and tells Markdown from text. */
export interface PolicyFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A policy as read from a file, and what a person has to settle before it is used. */
export interface ImportedPolicy {
  readonly document: PolicyDocument;
  readonly doubts: readonly Doubt[];
}

const HTML =
  /^\s*(?:<!doctype html|<html[\s>]|<(?:head|body|div|p|h[1-6]|ul|ol|table|meta|article|section)[\s>])/iu;

/** What a drive leaves on a computer in place of a document that lies on the web. */
const LINK =
  /^\s*(?:\[InternetShortcut\]|\{[^{}]{0,2000}"(?:doc_id|resource_id|url)"\s*:[^{}]{0,2000}\}\s*$)/iu;
const MOST_OF_LINK = 4_000;

function layOutText(name: string, bytes: Uint8Array): Layout {
  const text = decodeText(bytes);
  if (text.trim() === '') throw new PolicyImportError('empty');
  if (text.length > MOST_CHARACTERS) throw new PolicyImportError('too-complex');
  if (text.length < MOST_OF_LINK && LINK.test(text)) throw new PolicyImportError('link');
  if (HTML.test(text) || /\.x?html?$/iu.test(name)) return layOut(readHtml(text));
  return /\.(?:md|markdown)$/iu.test(name) ? layOut(readMarkdown(text)) : readLines(text);
}

/** Pages of a PDF whose words, if they have any, are in a picture: nothing of them came in, so somebody has to look. */
function picturedDoubts(pages: readonly number[]): readonly Doubt[] {
  if (pages.length === 0) return [];
  const [which, are] =
    pages.length === 1
      ? [`Page ${pages[0]} of the PDF`, 'is']
      : [`Pages ${pages.join(', ')} of the PDF`, 'are'];
  const message = `${which} ${are} only a picture, and we cannot read words in a picture. Do rules stand there? Then add them before you go on.`;
  return [{ code: 'other', message, choices: [KEEP('No rules stand there')] }];
}

/** More than a long policy: a handbook or a book of policies with this one in it. */
const LONG = 60_000;

/** Asks about a file that is likely more than the policy, before every paragraph of it is asked about. */
function longDoubts({ length }: string): readonly Doubt[] {
  if (length < LONG) return [];
  const words = (Math.round(length / 6 / 1000) * 1000).toLocaleString('en-GB');
  const message = `This file holds about ${words} words. Is there more in it than this policy? Then delete this version, and paste only the policy’s own words.`;
  return [{ code: 'other', message, choices: [KEEP('It is all this policy')] }];
}

interface LaidOut {
  readonly layout: Layout;
  readonly doubts?: readonly Doubt[];
  /** What people said that clauses are for, in a PDF that Handbell printed. */
  readonly chosen?: readonly ChosenUse[];
}

async function layOutFile({ name, bytes }: PolicyFile): Promise<LaidOut> {
  if (bytes.length === 0) throw new PolicyImportError('empty');
  if (bytes.length > MOST_BYTES) throw new PolicyImportError('too-large');
  const kind = detectKind(bytes);
  if (kind === 'pdf') {
    const { blocks, chosen, pictured } = await readPdf(bytes);
    return { layout: layOut(blocks), doubts: picturedDoubts(pictured), chosen };
  }
  if (kind === 'zip') return { layout: layOut(await readDocx(bytes)) };
  if (kind === 'text') return { layout: layOutText(name, bytes) };
  throw new PolicyImportError(kind.refused);
}

/** What to call a document that bears no title: its file's name without the ending. */
function titleFromName(name: string): string {
  const bare = (name.split(/[/\\]/u).at(-1) ?? '')
    .replace(/\.[^.]{1,8}$/u, '')
    .replace(/[\s_-]+/gu, ' ')
    .trim();
  return bare === '' ? 'WhatsApp group policy' : bare;
}

/**
 * Reads a school's own policy file: plain text (UTF-8, UTF-16, Windows-1252), Word (.docx), PDF, Markdown or HTML, told
 * apart by content. Every word comes in: in a clause, or in one of the document's fields.
 * @returns the document as data and the doubts for a person to settle
 * @throws PolicyImportError and nothing else, with a stable `code` and a plain message
 */
export async function importPolicy(file: PolicyFile): Promise<ImportedPolicy> {
  const { layout, doubts = [], chosen = [] } = await layOutFile(file);
  if (layout.source.length > MOST_CHARACTERS || layout.blocks.length > MOST_BLOCKS)
    throw new PolicyImportError('too-complex');
  if (layout.blocks.length === 0) throw new PolicyImportError('empty');
  const read = withChosen(understand(layout, titleFromName(file.name)), chosen);
  return { document: read.document, doubts: [...longDoubts(layout.source), ...doubts, ...read.doubts] };
}

/**
 * Reads any Word document (.docx) into headings, paragraphs and items of lists, as safely as a policy: only the parts
 * that hold words are unpacked, and none without bound.
 * @throws PolicyImportError and nothing else
 */
export async function readWord(bytes: Uint8Array): Promise<readonly LooseBlock[]> {
  if (bytes.length === 0) throw new PolicyImportError('empty');
  if (bytes.length > MOST_BYTES) throw new PolicyImportError('too-large');
  const kind = detectKind(bytes);
  if (kind !== 'zip') throw new PolicyImportError(typeof kind === 'string' ? 'unknown-type' : kind.refused);
  const blocks = await readDocx(bytes);
  const size = blocks.reduce((sum, { text }) => sum + text.length, 0);
  if (size > MOST_CHARACTERS || blocks.length > MOST_BLOCKS) throw new PolicyImportError('too-complex');
  return blocks;
}
