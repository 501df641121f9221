import type { Temporal } from 'temporal-polyfill';
import {
  Button,
  Form,
  type FormState,
  formatDate,
  Hidden,
  InsetText,
  TextArea,
  WarningText,
} from '../../ui/index.ts';
import type { ConcernRow } from '../standing.ts';

interface AllegationProps {
  readonly row: Pick<ConcernRow, 'id' | 'version' | 'allegation' | 'officerBy'>;
  /** Whether this person may write down that the officer was told. */
  readonly mayTell: boolean;
  readonly once: string;
  readonly form: FormState;
}

/** Where an allegation about an adult who works with children stands: what nobody may do, and by when who is told. */
export function AllegationPart({ row, ...props }: AllegationProps) {
  if (row.allegation === null || row.officerBy === null) return null;
  if (row.allegation === 'open') return <OfficerClock {...props} row={row} by={row.officerBy} />;
  return (
    <InsetText>
      This is about an adult who works with children. The council’s designated officer was told. The way for
      parents stays closed: what comes next is theirs and the staff code’s.
    </InsetText>
  );
}

function OfficerClock({
  row,
  mayTell,
  once,
  form,
  by,
}: AllegationProps & { readonly by: Temporal.PlainDate }) {
  return (
    <>
      <WarningText>
        This is about an adult who works with children. The council’s designated officer must be told by{' '}
        {formatDate(by)}. Until then ask nobody about it: not the adult, not the parents, not the children.
      </WarningText>
      {mayTell && (
        <Form action={`/desk/concerns/${row.id}/officer`} once={once}>
          <Hidden values={{ version: String(row.version) }} />
          <TextArea
            form={form}
            name="officer"
            label="Whom you told, when, and what they said"
            hint="With the number they gave it"
            rows={3}
          />
          <Button>The designated officer was told</Button>
        </Form>
      )}
    </>
  );
}
