import type { Clause, PolicyDocument } from '../document.ts';
import type { PrintFacts } from './facts.ts';
import {
  type Item,
  markBesideRef,
  type OutlineSection,
  outline,
  type Piece,
  type SignatureLine,
} from './outline.ts';

/** How a fragment fits into the page around it. */
export interface HtmlOptions {
  /** The level of the title's heading; the sections' headings are one below. 1 when absent. */
  readonly level?: 1 | 2 | 3 | 4;
  /** Leaves out title, school and particulars, for a page that says them itself. */
  readonly bodyOnly?: boolean;
  /** Leaves out signatures and slip. */
  readonly withoutForms?: boolean;
}

const ADDRESS =
  /(?:https?:\/\/|www\.)[^\s<>()"”]{1,1000}[^\s<>()"”.,;:]|(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu;

/** Makes any text safe between tags and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** Escapes words and makes the addresses in them links. */
function words(text: string): string {
  let html = '';
  let at = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const [found] = match;
    const target =
      found.includes('@') && !found.startsWith('http')
        ? `mailto:${found}`
        : found.replace(/^www\./u, 'https://www.');
    html += `${escapeHtml(text.slice(at, match.index))}<a href="${escapeHtml(target)}">${escapeHtml(found)}</a>`;
    at = match.index + found.length;
  }
  return html + escapeHtml(text.slice(at));
}

/** A clause's number, and the school's own mark: kept beside the number, unseen, where the number says it already. */
function numbers(clause: Clause): string {
  const shown = markBesideRef(clause);
  const kept = clause.marker !== undefined && shown === undefined ? clause.marker : undefined;
  const data = kept === undefined ? '' : ` data-mark="${escapeHtml(kept)}"`;
  return `<span class="policy-ref"${data}>${escapeHtml(clause.ref)}</span> ${mark(shown)}`;
}

function mark(marker: string | undefined): string {
  return marker === undefined ? '' : `<span class="policy-marker">${escapeHtml(marker)}</span> `;
}

function itemHtml(item: Item): string {
  const { below } = item;
  const inner = below.length === 0 ? '' : `\n<ul>\n${below.map(itemHtml).join('\n')}\n</ul>\n`;
  if (item.kind === 'stem')
    return `<li class="policy-stem">${mark(item.marker)}${words(item.text)}${inner}</li>`;
  const { clause } = item;
  return `<li id="${escapeHtml(clause.id)}">${numbers(clause)}${words(clause.text)}${inner}</li>`;
}

function pieceHtml(piece: Piece): string {
  if (piece.kind === 'stem') return `<p class="policy-stem">${words(piece.text)}</p>`;
  if (piece.kind === 'list') return `<ul>\n${piece.items.map(itemHtml).join('\n')}\n</ul>`;
  const { id, text } = piece.clause;
  return `<p id="${escapeHtml(id)}">${numbers(piece.clause)}${words(text)}</p>`;
}

function sectionHtml({ id, heading, marker, pieces }: OutlineSection, level: number): string {
  const body = pieces.map(pieceHtml).join('\n');
  if (heading === '') return `<section id="${escapeHtml(id)}">\n${body}\n</section>`;
  const name = `${escapeHtml(id)}-heading`;
  const title = `<h${level} id="${name}">${mark(marker)}${escapeHtml(heading)}</h${level}>`;
  return `<section id="${escapeHtml(id)}" aria-labelledby="${name}">\n${title}\n${body}\n</section>`;
}

function signatureHtml({ role, name, date }: SignatureLine): string {
  const signed =
    name === undefined
      ? 'Not yet signed'
      : `${escapeHtml(name)}${date === undefined ? '' : `, ${escapeHtml(date)}`}`;
  return `<div>\n<dt>${escapeHtml(role)}</dt>\n<dd>${signed}</dd>\n</div>`;
}

/**
 * Writes a policy as an HTML fragment for a page: headings, lists, each clause with its number and an address of its own
 * (`#c12`). Everything from the document is escaped; there are no styles, scripts or classes but a few names to style by.
 */
export function toHtml(document: PolicyDocument, facts: PrintFacts = {}, options: HtmlOptions = {}): string {
  const { title, school, language, particulars, sections, signatures, slip, notes } = outline(
    document,
    facts,
  );
  const level = options.level ?? 1;
  const blocks: string[] = [];
  if (!options.bodyOnly) {
    if (school !== undefined) blocks.push(`<p class="policy-school">${escapeHtml(school)}</p>`);
    blocks.push(`<h${level}>${escapeHtml(title)}</h${level}>`);
    const rows = particulars.map(
      ({ label, value }) => `<div>\n<dt>${escapeHtml(label)}</dt>\n<dd>${words(value)}</dd>\n</div>`,
    );
    if (rows.length > 0) blocks.push(`<dl class="policy-particulars">\n${rows.join('\n')}\n</dl>`);
  }
  blocks.push(...sections.map((section) => sectionHtml(section, level + 1)));
  if (!options.bodyOnly) blocks.push(...notes.map((note) => `<p class="policy-note">${words(note)}</p>`));
  if (!options.withoutForms && signatures.length > 0) {
    blocks.push(`<dl class="policy-signatures">\n${signatures.map(signatureHtml).join('\n')}\n</dl>`);
  }
  if (!options.withoutForms && slip) {
    const fields = slip.fields.map((field) => `<li>${escapeHtml(field)}</li>`).join('');
    blocks.push(`<div class="policy-slip">\n<p>${words(slip.statement)}</p>\n<ul>${fields}</ul>\n</div>`);
  }
  return `<article class="policy" lang="${escapeHtml(language)}">\n${blocks.join('\n')}\n</article>\n`;
}
