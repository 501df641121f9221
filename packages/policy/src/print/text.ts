import type { PolicyDocument } from '../document.ts';
import type { PrintFacts } from './facts.ts';
import { type Item, type Outline, type OutlineSection, outline, type SignatureLine } from './outline.ts';

/** What differs between plain text and Markdown. */
interface Style {
  readonly title: (text: string) => string;
  readonly heading: (text: string) => string;
  readonly words: (text: string) => string;
  readonly cut: string;
}

const BLANK = '.'.repeat(40);

/** Headings in plain text are underlined, so that a reader and this package can tell them from other lines. */
function underlined(text: string, sign: string): string {
  return `${text}\n${sign.repeat(Math.max(3, Math.min(text.length, 70)))}`;
}

const PLAIN: Style = {
  title: (text) => underlined(text, '='),
  heading: (text) => underlined(text, '-'),
  words: (text) => text,
  cut: '.'.repeat(70),
};

/** Keeps words from being read as Markdown: only what would change their meaning where they stand is escaped. */
function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*[\]<>]/gu, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/^(?:#{1,6}(?=\s)|[-+](?=\s)|=|~)/u, '\\$&')
    .replace(/^(\d+)([.)])(?=\s)/u, '$1\\$2');
}

const MARKDOWN: Style = {
  title: (text) => `# ${escapeMarkdown(text)}`,
  heading: (text) => `## ${escapeMarkdown(text)}`,
  words: escapeMarkdown,
  cut: '---',
};

function itemLines(item: Item, depth: number, style: Style): readonly string[] {
  const { marker, text } = item.kind === 'clause' ? item.clause : item;
  const line = `${'   '.repeat(depth)}${marker ?? '-'} ${style.words(text)}`;
  return [line, ...item.below.flatMap((one) => itemLines(one, depth + 1, style))];
}

function sectionBlocks({ heading, marker, pieces }: OutlineSection, style: Style): readonly string[] {
  const title = marker === undefined ? heading : `${marker} ${heading}`;
  const blocks = pieces.map((piece) => {
    if (piece.kind === 'stem') return style.words(piece.text);
    if (piece.kind === 'paragraph') return style.words(piece.clause.text);
    return piece.items.flatMap((item) => itemLines(item, 0, style)).join('\n');
  });
  return heading === '' ? blocks : [style.heading(title), ...blocks];
}

function signatureBlock({ role, name, date }: SignatureLine, style: Style): string {
  const signed = `Signed: ${name === undefined ? BLANK : style.words(name)} (${style.words(role)})`;
  return date === undefined ? signed : `${signed}\n\nSigned on: ${date}`;
}

function write(printed: Outline, facts: PrintFacts, style: Style): string {
  const { school, title, particulars, sections, signatures, slip, notes } = printed;
  const blocks = [
    ...(school === undefined ? [] : [style.words(school)]),
    style.title(title),
    ...particulars.map(({ label, value }) => `${style.words(label)}: ${style.words(value)}`),
    ...sections.flatMap((section) => sectionBlocks(section, style)),
    ...notes.map((note) => style.words(note)),
    ...signatures.map((signature) => signatureBlock(signature, style)),
  ];
  if (slip) {
    const code = facts.slipCode === undefined ? [] : [style.words(facts.slipCode)];
    const note = facts.slipNote === undefined ? [] : [style.words(facts.slipNote)];
    const places = slip.fields.map((field) => `${style.words(field)}: ${BLANK}`);
    blocks.push(style.cut, style.words(slip.statement), ...note, ...code, ...places);
  }
  return `${blocks.join('\n\n')}\n`;
}

/** Writes a policy as plain text. Without facts, reading it back gives the same document. */
export function toText(document: PolicyDocument, facts: PrintFacts = {}): string {
  return write(outline(document, facts), facts, PLAIN);
}

/** Writes a policy as Markdown. Without facts, reading it back gives the same document. */
export function toMarkdown(document: PolicyDocument, facts: PrintFacts = {}): string {
  return write(outline(document, facts), facts, MARKDOWN);
}
