import { Button, Details, errorOf, Name, Select, SummaryList } from '../../ui/index.ts';
import { ActForm, type ActProps } from '../desk/act-form.tsx';

/** Who looks after a concern and its dates, with the form that changes it. */
export function CarePart(props: ActProps) {
  const { record, form } = props;
  const { row, carers } = record;
  const shown = (id: string | null) => {
    const found = carers.find((each) => each.id === id);
    if (!found) return undefined;
    return (
      <>
        <Name>{found.name}</Name>
        {found.away && ' (away)'}
      </>
    );
  };
  const start = { ...form, values: { owner: row.owner ?? '', deputy: row.deputy ?? '', ...form.values } };
  const people = carers.map(({ id, name, away }) => ({ value: id, label: away ? `${name} (away)` : name }));
  return (
    <>
      <h2>Who looks after it</h2>
      <SummaryList
        rows={[
          {
            key: 'Owner',
            value: shown(row.owner) ?? 'Nobody yet: its dates wait for everybody who may read it',
          },
          { key: 'Deputy', value: shown(row.deputy) ?? 'Nobody' },
        ]}
      />
      <Details
        summary="Change who looks after it"
        open={errorOf(form.errors, 'owner') !== undefined || errorOf(form.errors, 'deputy') !== undefined}
      >
        <ActForm {...props} act="care">
          <p>
            What is due waits for the owner. It waits for the deputy too while the owner is away, and as soon
            as it is late; a school day later for the Head Teacher, or for whoever takes the Head’s place in
            it.
          </p>
          <Select form={start} name="owner" label="Owner" placeholder="Choose" items={people} />
          <Select form={start} name="deputy" label="Deputy" placeholder="Nobody" items={people} />
          <Button kind="secondary">Save who looks after it</Button>
        </ActForm>
      </Details>
    </>
  );
}
