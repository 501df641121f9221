import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Temporal } from 'temporal-polyfill';
import { type Coverage, readCoverage } from './coverage.ts';
import { FONT_LISTS, readFonts } from './fonts.ts';
import { printable, tidy } from './printable.ts';

/** A document could not be made. The message tells of the template only, never of what was to be filled in. */
export class PdfError extends Error {
  override readonly name = 'PdfError';
}

export interface PdfOptions {
  /** Language of the document, for screen readers and hyphenation; English without it. */
  readonly lang?: string;
  /** When it was made; shown only in the file's properties, and only if the template sets `document(date: auto)`. */
  readonly created?: Temporal.Instant;
  /** Pictures by the name the template uses: `image("/crest.svg", alt: ...)` for `crest.svg`. */
  readonly images?: Readonly<Record<string, Uint8Array>>;
}

type Inputs = Readonly<Record<string, string>>;

interface Press {
  readonly compiler: NodeCompiler;
  readonly folder: string;
  readonly fonts: readonly Coverage[];
}

/** How many later documents a cached piece of layout outlives unused. */
const CACHE_AGE = 10;

let press: Press | undefined;

function openPress(): Press {
  if (press) return press;
  const fonts = readFonts();
  // Templates see this folder, and it is empty: pictures come by name, everything else by data.
  const folder = mkdtempSync(join(tmpdir(), 'handbell-pdf-'));
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts }], workspace: folder });
  press = { compiler, folder, fonts: fonts.map(readCoverage) };
  return press;
}

function list(names: readonly string[]): string {
  return `(${names.map((name) => JSON.stringify(name)).join(', ')})`;
}

/** What every template may count on: `sans` and `serif` as lists of fonts, and British English. */
function prelude(lang: string): string {
  const [language = 'en', region = language === 'en' ? 'GB' : ''] = lang.split('-');
  const place = region === '' ? '' : `, region: ${JSON.stringify(region)}`;
  return [
    `#let sans = ${list(FONT_LISTS.sans)}`,
    `#let serif = ${list(FONT_LISTS.serif)}`,
    `#set text(font: sans, lang: ${JSON.stringify(language)}${place})`,
    '',
  ].join('\n');
}

function print({ compiler }: Press, source: string, inputs: Inputs, created: Temporal.Instant | undefined) {
  const time = created && { creationTimestamp: Math.floor(created.epochMilliseconds / 1000) };
  const options = { pdfStandard: 'ua-1', ...time };
  return new Uint8Array(compiler.pdf({ mainFileContent: source, inputs: { ...inputs } }, options));
}

function mapValues(data: Inputs, change: (value: string) => string): Inputs {
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, change(value)]));
}

/** Why a template failed, found by filling it with "x": nothing of the real data can be in the answer. */
function explain(open: Press, source: string, data: Inputs, created: Temporal.Instant | undefined): PdfError {
  try {
    print(
      open,
      source,
      mapValues(data, () => 'x'),
      created,
    );
  } catch (error) {
    // The compiler says what is wrong in the code of its error.
    const said = error instanceof Error && 'code' in error ? String(error.code) : '';
    const messages = [...said.matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map((match) => match[1]);
    return new PdfError(`The template of a document is wrong: ${messages.join('; ') || said}`);
  }
  return new PdfError('A document could not be made with what was to be filled in.');
}

/**
 * Prints a Typst template as tagged PDF/UA-1. Data goes in as `sys.inputs`, which are strings to Typst: nothing in
 * them is ever read as markup or code. The template sets the title: `#set document(title: sys.inputs.title)`.
 * Characters that none of the fonts has (Handbell brings Latin, Greek, Cyrillic, Arabic, five scripts of South Asia
 * and emoji; those of the machine are used too) print as the replacement character.
 * @throws PdfError when the template is wrong
 */
export async function renderPdf(
  template: string,
  data: Inputs,
  options: PdfOptions = {},
): Promise<Uint8Array> {
  const open = openPress();
  const source = `${prelude(options.lang ?? 'en-GB')}${template}`;
  const images = Object.entries(options.images ?? {});
  for (const [name, bytes] of images) open.compiler.mapShadow(join(open.folder, name), Buffer.from(bytes));
  const inputs = mapValues(data, tidy);
  try {
    return print(open, source, inputs, options.created);
  } catch {
    try {
      const printed = mapValues(inputs, (value) => printable(value, open.fonts));
      return print(open, source, printed, options.created);
    } catch {
      throw explain(open, source, data, options.created);
    }
  } finally {
    for (const [name] of images) open.compiler.unmapShadow(join(open.folder, name));
    open.compiler.evictCache(CACHE_AGE);
  }
}
