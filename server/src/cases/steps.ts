/** Something that can be done next: a page to go to, or a button that does it at once. */
export interface NextStep {
  readonly label: string;
  readonly path: string;
  readonly kind: 'page' | 'button';
  /** Why, or what comes of it. */
  readonly hint?: string;
}

/** What comes next in a case for one person: a line on where it stands, the step itself, and what else can be done. */
export interface Next {
  readonly say: string;
  readonly main: NextStep | undefined;
  readonly others: readonly NextStep[];
}

/** A step that is a page of its own. */
export const page = (label: string, path: string, hint?: string): NextStep => ({
  label,
  path,
  kind: 'page',
  ...(hint === undefined ? {} : { hint }),
});
/** A step that one press takes. */
export const button = (label: string, path: string): NextStep => ({ label, path, kind: 'button' });
