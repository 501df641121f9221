import { type Contact, type PolicyDocument, setContacts } from '@handbell/policy';
import {
  Checkboxes,
  Fieldset,
  type FormState,
  listValue,
  Radios,
  Select,
  TextInput,
  textValue,
} from '../../ui/index.ts';
import type { Change, FormValues } from './change.ts';

const PURPOSES = [
  { value: 'concern', label: 'Concerns about a group' },
  { value: 'safeguarding', label: 'Worries that a child is not safe' },
  { value: 'general', label: 'Other matters' },
] as const;

const text = (values: FormValues, name: string) => textValue({ values, errors: {} }, name).trim();

/** What somebody typed as a way to reach the school: an address, a page, a number, or else a person's office. */
function kindOf(value: string): Contact['kind'] {
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(value)) return 'email';
  if (/^(?:https?:\/\/|www\.)\S+$/iu.test(value)) return 'url';
  return /^[+()\d][\d\s()-]{5,}$/u.test(value) ? 'phone' : 'role';
}

function added(values: FormValues): Contact | undefined {
  const value = text(values, 'value');
  const role = text(values, 'role');
  const purpose = PURPOSES.find((each) => each.value === text(values, 'purpose'))?.value ?? 'concern';
  if (value === '') return undefined;
  return { kind: kindOf(value), value, ...(role !== '' && { role }), purpose, clauseId: '' };
}

const turnName = (at: number) => `turn-${at}`;

function withTurn({ step: _before, ...contact }: Contact, turn: string): Contact {
  const step = Number(turn);
  return Number.isInteger(step) && step > 0 ? { ...contact, step } : contact;
}

/** The contacts that stay, those that are asked in turn first and in their order. */
function kept(document: PolicyDocument, values: FormValues): readonly Contact[] {
  const chosen = new Set(listValue({ values, errors: {} }, 'kept'));
  return document.contacts
    .flatMap((contact, at) => {
      if (!chosen.has(String(at))) return [];
      return [turnName(at) in values ? withTurn(contact, text(values, turnName(at))) : contact];
    })
    .toSorted((one, other) => (one.step ?? LAST) - (other.step ?? LAST));
}

/** Behind every contact that has a turn. */
const LAST = 1000;

/** Whom to ask first, and whom next. */
function Turns({ contacts, form }: { contacts: readonly Contact[]; form: FormState }) {
  const turns = contacts.map((_contact, at) => ({ value: String(at + 1), label: String(at + 1) }));
  return (
    <Fieldset legend="Whom to ask first, and whom next">
      {contacts.map(({ value }, at) => (
        <Select
          form={form}
          name={turnName(at)}
          label={value}
          items={[{ value: '', label: 'No order' }, ...turns]}
        />
      ))}
    </Fieldset>
  );
}

/** How to reach the school with a concern (S49). */
export const contactsChange: Change = {
  title: 'Whom should people contact?',
  keep: 'The policy names nobody, and that is right',
  initial: ({ contacts }) => ({
    kept: contacts.map((_contact, at) => String(at)),
    purpose: 'concern',
    ...Object.fromEntries(contacts.map(({ step }, at) => [turnName(at), String(step ?? '')])),
  }),
  fields: (document, form) => (
    <>
      <h1>Whom should people contact?</h1>
      {document.contacts.length > 0 && (
        <Checkboxes
          form={form}
          name="kept"
          label="Keep these"
          items={document.contacts.map(({ value, role }, at) => ({
            value: String(at),
            label: <bdi>{role === undefined ? value : `${value} (${role})`}</bdi>,
          }))}
        />
      )}
      {document.contacts.length > 1 && <Turns contacts={document.contacts} form={form} />}
      <Fieldset legend="Add one">
        <TextInput
          form={form}
          name="value"
          label="Mail address, phone number, page or office"
          hint="Such as office@example.org, or Senior Leadership Team."
          optional
        />
        <TextInput form={form} name="role" label="Who answers there" optional />
        <Radios form={form} name="purpose" label="What is it for?" items={PURPOSES} />
      </Fieldset>
    </>
  ),
  edit: (document, values) => {
    const one = added(values);
    if (one && one.value.length > 200) return { errors: { value: 'Use at most 200 characters' } };
    if (!one && text(values, 'role') !== '') {
      return { errors: { value: 'Enter the address or number, or leave both boxes empty' } };
    }
    return { document: setContacts(document, [...kept(document, values), ...(one ? [one] : [])]) };
  },
};
