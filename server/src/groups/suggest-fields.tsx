import { Button, type FormState, TextInput } from '../ui/index.ts';

/** Whom to suggest as a moderator, and the button: the foot of a form. The office asks them, and they can say no (S62). */
export function SuggestFields({ form }: { form: FormState }) {
  return (
    <>
      <TextInput form={form} name="name" label="Their name" autocomplete="off" width={20} />
      <TextInput
        form={form}
        name="contact"
        label="Their email address or phone number"
        hint="Ask them first."
        optional
        autocomplete="off"
        width={20}
      />
      <Button kind="secondary">Suggest them to the office</Button>
    </>
  );
}
