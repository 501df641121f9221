import { type DefaultTreeAdapterTypes, html as namespaces, parse } from 'parse5';
import type { LooseBlock } from '../read/blocks.ts';
import { findMarker, isRule } from '../read/markers.ts';
import { areOpposed } from '../read/tables.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

const UNSEEN = new Set(['script', 'style', 'template', 'noscript', 'head', 'svg', 'object', 'iframe']);
const BLOCK = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
/** Parts of a page that are about the page. */
const FRAME = new Set(['nav', 'footer']);
const MOST_DEPTH = 200;
/** A clause's number that a Handbell page adds to the school's words. */
const ADDED = 'policy-ref';

function isElement(node: Node): node is Element {
  return 'tagName' in node && node.namespaceURI === namespaces.NS.HTML;
}

function isUnseen(element: Element): boolean {
  return (
    UNSEEN.has(element.tagName) ||
    element.attrs.some(({ name, value }) => name === 'class' && value === ADDED)
  );
}

/** Whether a page's head holds a heading: then it is about the document, not about the page. */
function holdsHeading(node: Element): boolean {
  return childrenOf(node).some(
    (child) =>
      isElement(child) &&
      (/^h[1-6]$/u.test(child.tagName) ||
        childrenOf(child).some((one) => isElement(one) && /^h[1-6]$/u.test(one.tagName))),
  );
}

/** The school's own mark of a clause, which a Handbell page keeps beside the number that it adds. */
function keptMark({ attrs }: Element): string {
  if (!attrs.some(({ name, value }) => name === 'class' && value === ADDED)) return '';
  const mark = attrs.find(({ name }) => name === 'data-mark')?.value;
  return mark === undefined ? '' : `${mark} `;
}

function childrenOf(node: Node): readonly Node[] {
  return 'childNodes' in node ? node.childNodes : [];
}

/** Words being gathered until a block ends, and how they were set. */
interface Gathering {
  text: string;
  bold: string;
}

interface Where {
  readonly listDepth: number;
  readonly bold: boolean;
  readonly marker?: string;
  readonly heading?: number;
  /** Inside the page's own frame: what stands there is about the page, not the policy. */
  readonly frame?: boolean;
  readonly depth: number;
}

class Walker {
  readonly blocks: LooseBlock[] = [];
  #line: Gathering = { text: '', bold: '' };

  /** Ends the block being gathered; a wholly bold short line counts as a heading. */
  #flush(where: Where, item: boolean): void {
    const { text, bold } = this.#line;
    this.#line = { text: '', bold: '' };
    for (const raw of text.split('\n')) {
      const line = raw.trim();
      if (line === '') continue;
      this.blocks.push(this.#block(line, where, item, bold));
    }
  }

  #block(line: string, where: Where, item: boolean, bold: string): LooseBlock {
    if (where.frame) return { kind: 'page', text: line };
    if (where.heading !== undefined) return { kind: 'heading', text: line, level: where.heading };
    const plain = line.replace(/\s/gu, '');
    const allBold = bold.replace(/\s/gu, '') === plain && line.length <= 90 && !/[.:;,]$/u.test(line);
    if (item) {
      const own = findMarker(line);
      const mark = own?.text ?? where.marker;
      const text = own ? line.slice(own.length) : line;
      const marker = mark ? { marker: mark } : {};
      if (allBold && where.listDepth === 1 && mark) return { kind: 'heading', text, level: 4, ...marker };
      return { kind: 'item', text, level: Math.min(2, where.listDepth - 1), listed: true, ...marker };
    }
    if (isRule(line)) return { kind: 'rule', text: line };
    if (allBold && where.listDepth === 0) return { kind: 'heading', text: line, level: 4 };
    const own = findMarker(line);
    if (own === undefined) return { kind: 'paragraph', text: line };
    return { kind: 'item', text: line.slice(own.length), level: 0, marker: own.text };
  }

  /** Walks a node's children, ending a block wherever the page would begin a new line. */
  walk(node: Node, where: Where, item: boolean): void {
    if (where.depth > MOST_DEPTH) {
      this.#line.text += deepText(node);
      return;
    }
    for (const child of childrenOf(node)) this.#visit(child, { ...where, depth: where.depth + 1 }, item);
  }

  #visit(node: Node, where: Where, item: boolean): void {
    if ('value' in node && node.nodeName === '#text') {
      const words = node.value.replace(/\s+/gu, ' ');
      this.#line.text += words;
      if (where.bold) this.#line.bold += words;
      return;
    }
    if (isElement(node)) this.#line.text += keptMark(node);
    if (!isElement(node) || isUnseen(node)) return;
    const { tagName } = node;
    if (tagName === 'br') this.#line.text += '\n';
    else if (tagName === 'tr' && this.#row(node, where)) return;
    else if (!BLOCK.has(tagName)) {
      const bold = where.bold || tagName === 'strong' || tagName === 'b';
      this.walk(node, { ...where, bold }, item);
    } else this.#enter(node, where, item);
  }

  #enter(node: Element, where: Where, item: boolean): void {
    const { tagName } = node;
    this.#flush(where, item);
    if (tagName === 'table' && this.#columns(node, where)) return;
    if (tagName === 'dl' && this.#pairs(node, where)) return;
    if (tagName === 'ul' || tagName === 'ol') {
      this.#list(node, where);
      return;
    }
    const level = /^h([1-6])$/u.exec(tagName)?.[1];
    const frame = where.frame || FRAME.has(tagName) || (tagName === 'header' && !holdsHeading(node));
    const inner: Where = { ...where, frame, ...(level === undefined ? {} : { heading: Number(level) }) };
    this.walk(node, inner, item);
    this.#flush(inner, item);
  }

  #list(list: Element, where: Where): void {
    const start = Number(list.attrs.find(({ name }) => name === 'start')?.value ?? '1');
    let number = Number.isInteger(start) ? start : 1;
    for (const child of childrenOf(list)) {
      const { marker: _outer, ...rest } = where;
      const inner: Where = { ...rest, listDepth: where.listDepth + 1, depth: where.depth + 1 };
      if (!isElement(child) || child.tagName !== 'li') {
        this.#visit(child, inner, true);
        continue;
      }
      this.walk(child, list.tagName === 'ol' ? { ...inner, marker: `${number}.` } : inner, true);
      this.#flush(list.tagName === 'ol' ? { ...inner, marker: `${number}.` } : inner, true);
      number++;
    }
  }

  /** A list of names and values is read pair by pair, each as a row of two cells. */
  #pairs(list: Element, where: Where): boolean {
    const parts = childrenOf(list)
      .filter(isElement)
      .flatMap((part) => (part.tagName === 'div' ? childrenOf(part).filter(isElement) : [part]));
    const texts = parts.map((part) => cellText(part));
    const paired = parts.every(({ tagName }, at) => tagName === (at % 2 === 0 ? 'dt' : 'dd'));
    if (where.frame || !paired || parts.length % 2 !== 0 || texts.some((text) => text === undefined))
      return false;
    for (let at = 0; at < texts.length; at += 2) {
      this.blocks.push({ kind: 'paragraph', text: `${texts[at] ?? ''}\t${texts[at + 1] ?? ''}` });
    }
    return true;
  }

  /** A table whose cells hold lists under a row of short titles is read column by column, each under its title. */
  #columns(table: Element, where: Where): boolean {
    const [head, ...rows] = rowsOf(table).map((row) => childrenOf(row).filter(isElement));
    const titles = head?.map((cell) => cellText(cell));
    const even = rows.length > 0 && rows.every((row) => row.length === head?.length);
    const lists = rows.flat().some((cell) => cellText(cell) === undefined);
    if (!titles || titles.length < 2 || titles.some((title) => !title) || !even) return false;
    const opposed = areOpposed(titles.map((title) => title ?? ''));
    if (!lists && !opposed) return false;
    titles.forEach((title, column) => {
      this.blocks.push({ kind: 'paragraph', text: title ?? '' });
      for (const row of rows) {
        const cell = row[column];
        if (cell === undefined) continue;
        const inner = opposed && !holdsList(cell) ? { ...where, listDepth: 1 } : where;
        this.walk(cell, inner, inner !== where);
        this.#flush(inner, inner !== where);
      }
    });
    return true;
  }

  /** A row of short cells is one line; a row that holds paragraphs or lists is read cell by cell. */
  #row(row: Element, where: Where): boolean {
    const cells = childrenOf(row).filter(isElement);
    const texts = cells.map((cell) => cellText(cell));
    if (texts.some((text) => text === undefined)) return false;
    this.#flush(where, false);
    this.#line.text = texts.join('\t');
    const { text } = this.#line;
    this.#line = { text: '', bold: '' };
    if (text.trim() !== '') this.blocks.push({ kind: 'paragraph', text });
    return true;
  }
}

function rowsOf(table: Element): readonly Element[] {
  const parts = childrenOf(table).filter(isElement);
  return parts
    .flatMap((part) => (part.tagName === 'tr' ? [part] : childrenOf(part).filter(isElement)))
    .filter(({ tagName }) => tagName === 'tr');
}

function deepText(node: Node): string {
  let text = '';
  const waiting: Node[] = [node];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if ('value' in next && next.nodeName === '#text') text += ` ${next.value}`;
    if (!isElement(next) || !isUnseen(next)) waiting.push(...childrenOf(next).toReversed());
  }
  return text.replace(/\s+/gu, ' ');
}

function holdsList(cell: Element): boolean {
  return childrenOf(cell).some((one) => isElement(one) && (one.tagName === 'ul' || one.tagName === 'ol'));
}

function cellText(cell: Element): string | undefined {
  const blocks = childrenOf(cell).filter((child) => isElement(child) && BLOCK.has(child.tagName));
  const simple = blocks.every((child) => isElement(child) && /^(?:p|div|strong)$/u.test(child.tagName));
  const text = deepText(cell).trim();
  return blocks.length <= 1 && simple && text.length <= 120 ? text : undefined;
}

/** Reads an HTML page into blocks: every word that the page shows, in its order. Scripts and styles are no words. */
export function readHtml(html: string): readonly LooseBlock[] {
  const walker = new Walker();
  const where: Where = { listDepth: 0, bold: false, depth: 0 };
  walker.walk(parse(html), where, false);
  return walker.blocks;
}
