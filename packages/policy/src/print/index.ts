import type { toDocx as ToDocx } from './docx.ts';

export type { GivenSignature, PrintFacts } from './facts.ts';
export { escapeHtml, type HtmlOptions, toHtml } from './html.ts';
export { toMarkdown, toText } from './text.ts';
export { type TypstJob, toTypst } from './typst.ts';

/** Writes a policy as a Word document. The library that does it is large, so it is loaded when first asked for. */
export const toDocx: typeof ToDocx = async (...given) => (await import('./docx.ts')).toDocx(...given);
