import { Button, Details, errorOf, formatDate, InsetText, TextArea, UserText } from '../../ui/index.ts';
import { ActForm, type ActProps } from '../desk/act-form.tsx';
import { GROUND_NAMES } from './labels.ts';

/** The mark of a concern, or that another report from the same address is marked. */
export function MarkPart(props: ActProps & { readonly member: string }) {
  const { record, form, member } = props;
  const { mark, markedBefore, declared } = record;
  if (!mark) {
    if (!markedBefore) return null;
    return (
      <InsetText>
        Another report without a name from the same address is marked as abuse. It changes nothing about this
        one: read it, screen it and answer it like every other.
      </InsetText>
    );
  }
  return (
    <>
      <h2>{mark.agreed ? 'Marked as abuse' : 'A mark as abuse was asked for'}</h2>
      <p>
        {GROUND_NAMES[mark.ground].label}. It ends by itself on {formatDate(mark.expiresOn)}.
      </p>
      <UserText text={mark.note} />
      {!mark.agreed && mark.askedBy !== member && declared && (
        <ActForm {...props} act="mark/agree">
          <p>It counts when you agree. The reporter is told.</p>
          <Button kind="secondary">Agree to the mark</Button>
        </ActForm>
      )}
      {declared && (
        <Details
          summary={mark.agreed ? 'Take the mark off' : 'Turn it down'}
          open={errorOf(form.errors, 'whyOff') !== undefined}
        >
          <ActForm {...props} act="mark/off">
            <TextArea form={form} name="whyOff" label="Why" rows={2} />
            <Button kind="secondary">{mark.agreed ? 'Take it off' : 'Turn it down'}</Button>
          </ActForm>
        </Details>
      )}
    </>
  );
}

/** The way to a mark, last among what can be done. */
export function MarkLink({ record: { row, mark, declared, markable } }: Pick<ActProps, 'record'>) {
  if (mark || !declared || !markable) return null;
  return (
    <p>
      <a href={`/desk/concerns/${row.id}/mark`}>This report was sent to do harm</a>
    </p>
  );
}
