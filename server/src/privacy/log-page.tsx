import type { Child } from 'hono/jsx';
import type { Page, StaffContext } from '../edge/contexts.ts';
import {
  ButtonLink,
  EmptyState,
  emptyForm,
  type FormState,
  InsetText,
  Notice,
  SummaryList,
  type SummaryRow,
  Table,
} from '../ui/index.ts';

/** A log of things with a clock: how it is called, and what is on its list. */
interface LogList {
  readonly title: string;
  readonly lead: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Child[])[];
  /** What the list says while it is empty. */
  readonly empty: { readonly title: string; readonly words: string };
  readonly add: { readonly href: string; readonly label: string };
}

/** The list of a log: complaints, breaches, requests. */
export function logListPage(context: StaffContext<object>, log: LogList): Page {
  return context.page({
    room: '/desk/data',
    title: log.title,
    back: { href: '/desk/data', label: 'Data protection' },
    children: (
      <>
        <h1>{log.title}</h1>
        <p>{log.lead}</p>
        <Table
          caption={log.title}
          captionHidden
          columns={log.columns.map((header) => ({ header }))}
          rows={log.rows}
          empty={
            <EmptyState title={log.empty.title}>
              <p>{log.empty.words}</p>
            </EmptyState>
          }
        />
        <ButtonLink href={log.add.href}>{log.add.label}</ButtonLink>
      </>
    ),
  });
}

interface LogEntry {
  readonly title: string;
  readonly back: { readonly href: string; readonly label: string };
  readonly form?: FormState | undefined;
  /** By when something is to be done, as a sentence; nothing when nothing is due. */
  readonly clock?: Child;
  readonly rows?: readonly SummaryRow[];
  readonly children: Child;
}

/** A page of a log: what was done last, the clock, the facts, and below them what can be done. */
export function logEntryPage(context: StaffContext<object>, entry: LogEntry): Page {
  const { title, back, form = emptyForm, clock, rows = [], children } = entry;
  const { done } = context.flash;
  return context.page({
    room: '/desk/data',
    title,
    errors: form.errors,
    back,
    children: (
      <>
        {done !== undefined && (
          <Notice kind="success">
            <p>{done}</p>
          </Notice>
        )}
        <h1>{title}</h1>
        {clock !== undefined && <InsetText>{clock}</InsetText>}
        {rows.length > 0 && <SummaryList rows={rows} />}
        {children}
      </>
    ),
  });
}
