import {
  Button,
  Checkbox,
  Form,
  type FormState,
  Radios,
  Select,
  type SelectItem,
  TextInput,
} from '../ui/index.ts';
import type { Moderator } from './moderators-store.ts';
import type { GroupId } from './rules.ts';
import type { Group } from './store.ts';

interface Props {
  readonly group: Group;
  readonly form: FormState;
  readonly once: string;
  /** Those who look after other groups today: one of them may take this one too. */
  readonly others: readonly Moderator[];
  /** What the groups are called. */
  readonly names: ReadonlyMap<GroupId, string>;
}

/** Asking somebody to look after a group: a new name, or somebody who looks after another group already. */
export function ModeratorForm({ group, form, once, others, names }: Props) {
  const people = [...Map.groupBy(others, ({ person }) => person)];
  // Two people may have one name: their groups tell them apart.
  const items: readonly SelectItem[] = [
    { value: '', label: 'Somebody new' },
    ...people.map(([person, roles]) => ({
      value: person,
      label: `${roles[0]?.name ?? ''} (${roles.map((role) => names.get(role.group)).join(', ')})`,
    })),
  ];
  return (
    <Form action={`/desk/groups/${group.id}/moderators`} once={once}>
      {people.length > 0 && (
        <Select
          form={form}
          name="person"
          label="Who"
          hint="Somebody who looks after another group keeps the one link they have."
          items={items}
        />
      )}
      <TextInput
        form={form}
        name="name"
        label={people.length > 0 ? 'Name, for somebody new' : 'Name'}
        autocomplete="off"
        width={20}
        optional={people.length > 0}
      />
      <TextInput
        form={form}
        name="contact"
        label="Phone number or email address"
        hint="Only if they want the office to have it. It is deleted when they stop."
        optional
        autocomplete="off"
        width={20}
      />
      <Radios
        form={form}
        name="term"
        label="For how long?"
        items={[
          { value: 'year', label: 'Until the end of this school year' },
          { value: 'open', label: 'Until they stop' },
        ]}
      />
      <Checkbox form={form} name="mail" label="Send them their link by mail, if there is an email address" />
      <Button>Ask them</Button>
    </Form>
  );
}
