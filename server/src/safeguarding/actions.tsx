import { Temporal } from 'temporal-polyfill';
import type { Member } from '../people/store.ts';
import type { MemberId } from '../platform/ids.ts';
import {
  Button,
  DateInput,
  Details,
  errorOf,
  Form,
  formatShortDate,
  Name,
  Select,
  Table,
  Tag,
  TextInput,
} from '../ui/index.ts';
import { RecordForm, type RecordFormProps } from './forms.tsx';
import type { Action } from './store.ts';

interface ActionsProps extends RecordFormProps {
  readonly actions: readonly Action[];
  readonly names: ReadonlyMap<MemberId, string>;
  readonly today: Temporal.PlainDate;
}

/** What is still to do and what was done. */
export function Actions({ id, once, actions, names, today }: ActionsProps) {
  return (
    <Table
      caption="What is to do"
      captionHidden
      columns={[{ header: 'What' }, { header: 'Who' }, { header: 'By' }, { header: '' }]}
      rows={actions.map((each) => [
        <bdi>{each.what}</bdi>,
        <Name>{names.get(each.member) ?? 'Somebody who has left this room'}</Name>,
        <>
          {formatShortDate(each.due)}{' '}
          {!each.doneAt && Temporal.PlainDate.compare(each.due, today) < 0 && <Tag kind="urgent">Late</Tag>}
        </>,
        each.doneAt ? (
          <Tag kind="done">Done</Tag>
        ) : (
          <Form action={`/desk/safeguarding/${id}/done/${each.id}`} once={once}>
            <Button kind="secondary">
              Done<span class="govuk-visually-hidden">: {each.what}</span>
            </Button>
          </Form>
        ),
      ])}
      empty={<p>Nothing is to do.</p>}
    />
  );
}

/** Something to do, given to somebody who shares this room. */
export function ActionForm({
  people,
  me,
  ...props
}: RecordFormProps & { readonly people: readonly Member[]; readonly me: MemberId }) {
  const { errors, values } = props.form;
  const open = ['what', 'member', 'due'].some((name) => errorOf(errors, name) !== undefined);
  const form = { errors, values: { ...values, member: values.member ?? me } };
  return (
    <Details summary="Add something to do" open={open}>
      <RecordForm {...props} act="action">
        <TextInput form={form} name="what" label="What" />
        <Select
          form={form}
          name="member"
          label="Who"
          items={people.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <DateInput form={form} name="due" label="By" />
        <Button kind="secondary">Add it</Button>
      </RecordForm>
    </Details>
  );
}
