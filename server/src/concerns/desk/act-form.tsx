import type { Child } from 'hono/jsx';
import { Form, type FormState, Hidden } from '../../ui/index.ts';
import type { ConcernRecord } from './record.ts';

export interface ActProps {
  readonly record: ConcernRecord;
  readonly once: string;
  readonly form: FormState;
}

/** A form that does one thing with the concern as it stood on this page. */
export function ActForm({
  record,
  once,
  act,
  children,
}: ActProps & { readonly act: string; readonly children: Child }) {
  return (
    <Form action={`/desk/concerns/${record.row.id}/${act}`} once={once}>
      <Hidden values={{ version: String(record.row.version) }} />
      {children}
    </Form>
  );
}
