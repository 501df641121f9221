import type { LooseBlock } from '../read/blocks.ts';
import { readLines } from '../read/lines.ts';
import { areOpposed } from '../read/tables.ts';

/** Escaped signs wait here, out of reach of the rules for emphasis and links, until those are done. */
const WAITING = 0x10_f000;

/** In a longer paragraph, which no policy has, the signs stay: no word is lost, and no time. */
const MOST_INLINE = 20_000;

/** Takes the signs of emphasis, code and links out of a line; the words and a link's address stay. */
function plainInline(text: string): string {
  if (text.length > MOST_INLINE) return text;
  return text
    .replace(/\\([\\`*_{}[\]()#+\-.!|<>&~$=])/gu, (_, sign: string) =>
      String.fromCodePoint(WAITING + sign.charCodeAt(0)),
    )
    .replace(/`([^`]{1,300})`/gu, '$1')
    .replace(
      /!?\[([^\][]{0,300})\]\(<?([^()\s<>]{0,1000})>?(?:\s+"[^"]{0,300}")?\)/gu,
      (_, words: string, address: string) => {
        const bare = address.replace(/^mailto:/u, '');
        return bare === '' || words.includes(bare) ? words : `${words} (${bare})`;
      },
    )
    .replace(/<((?:https?:|mailto:)[^<>\s]{1,1000}|[^<>\s@]{1,64}@[^<>\s]{1,255})>/gu, '$1')
    .replace(/(?<![\p{L}\p{N}*])(\*{1,3})(?=\S)(.{1,500}?)(?<=\S)\1(?![\p{L}\p{N}*])/gu, '$2')
    .replace(/(?<![\p{L}\p{N}_])(_{1,2})(?=[^\s_])(.{1,500}?)(?<=[^\s_])\1(?![\p{L}\p{N}_])/gu, '$2')
    .replace(/[\u{10f000}-\u{10f07f}]/gu, (sign) =>
      String.fromCodePoint((sign.codePointAt(0) ?? 0) - WAITING),
    );
}

function rowCells(line: string): readonly string[] {
  return line
    .trim()
    .replace(/^\||\|$/gu, '')
    .split('|')
    .map((cell) => cell.trim());
}

/** Turns a table of opposed columns ("Do", "Don't") into one list a column, each under its title. */
function opposedColumns(text: string): string {
  return text.replace(
    /^[ \t]*\|([^\n]{1,200})\n[ \t]*\|?[ \t:|-]{3,200}\n((?:[ \t]*\|[^\n]*(?:\n|$))+)/gmu,
    (table, head: string, body: string) => {
      const titles = rowCells(head);
      if (!areOpposed(titles.map(plainInline))) return table;
      const rows = body
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map(rowCells);
      if (rows.some((row) => row.length > titles.length)) return table;
      const columns = titles.map((title, at) => {
        const items = rows.flatMap((row) => (row[at] ? [`- ${row[at]}`] : []));
        return `${title}\n\n${items.join('\n')}`;
      });
      return `\n${columns.join('\n\n')}\n\n`;
    },
  );
}

/**
 * Reads Markdown into blocks: headings in both styles, lists, tables' rows, quotations; emphasis is taken out of the
 * words. It reads what schools' documents hold, not every corner of the format.
 */
export function readMarkdown(text: string): readonly LooseBlock[] {
  const joined = opposedColumns(text)
    .replace(/^([^\n#>|\-*\s][^\n]{0,150})\n(=|-){3,}[ \t]*$/gmu, (_, words: string, sign: string) =>
      sign === '=' ? `# ${words}` : `## ${words}`,
    )
    .replace(/^[ \t]*>[ \t]?/gmu, '')
    .replace(/^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)+\|?[ \t]*$/gmu, '')
    .replace(
      /^[ \t]*\|(.*?)\|?[ \t]*$/gmu,
      (_, row: string) =>
        `\n${row
          .split('|')
          .map((cell) => cell.trim())
          .join('\t')}\n`,
    )
    .replace(/(?:[ ]{2,}|\\)\n/gu, '\n\n');
  return readLines(joined).blocks.map(({ kind, text: words, level, marker }) => {
    if (kind === 'rule') return { kind, text: words };
    const inner = plainInline(words).replace(kind === 'heading' ? /\s+#+$/u : /$^/u, '');
    const mark = marker?.text;
    const bold = /^(\*\*|__)(?:(?!\1).)+\1$/u.test(words) && !/[.:;,]$/u.test(inner) && level === 0;
    if (bold && mark !== undefined) return { kind: 'heading', text: inner, level: 4, marker: mark };
    if (bold && kind === 'paragraph') return { kind: 'heading', text: inner, level: 4 };
    if (kind === 'heading' || mark === undefined) return { kind, text: inner, level };
    return { kind, text: inner, level, marker: mark };
  });
}
