export { toDocx } from './docx.ts';
export type { GivenSignature, PrintFacts } from './facts.ts';
export { escapeHtml, type HtmlOptions, toHtml } from './html.ts';
export { toMarkdown, toText } from './text.ts';
export { type TypstJob, toTypst } from './typst.ts';
