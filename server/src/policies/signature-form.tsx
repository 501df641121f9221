import type { Child } from 'hono/jsx';
import {
  Button,
  Checkbox,
  Form,
  type FormState,
  formatDate,
  Name,
  SummaryList,
  TextInput,
} from '../ui/index.ts';
import type { PolicyRecord } from './version.ts';

interface WhatIsSignedProps {
  readonly record: PolicyRecord;
  /** How the version is named: its number, or a link to it for those who can follow one. */
  readonly version: Child;
}

/** What is signed: the document, its version, its adoption and its fingerprint (S7, S8). */
export function WhatIsSigned({ record, version }: WhatIsSignedProps) {
  const { adoption, document, hash } = record;
  return (
    <SummaryList
      rows={[
        { key: 'Policy', value: <Name>{document.title}</Name> },
        { key: 'Version', value: version },
        {
          key: 'Adopted',
          value: adoption && (
            <>
              By <Name>{adoption.body}</Name> on {formatDate(adoption.on)}
            </>
          ),
        },
        { key: 'Fingerprint', value: <code>{hash}</code> },
      ]}
    />
  );
}

interface SignatureFormProps {
  readonly action: string;
  readonly once: string;
  readonly form: FormState;
  /** As whom somebody signs: "Head teacher". */
  readonly role: string;
}

/** The form that a policy is signed with on screen, at the desk or by a personal link (S7, S8). */
export function SignatureForm({ action, once, form, role }: SignatureFormProps) {
  return (
    <Form action={action} once={once}>
      <TextInput
        form={form}
        name="name"
        label="Your full name"
        autocomplete="name"
        hint="As it is to stand under the policy."
      />
      <Checkbox form={form} name="confirm" label={`I have read this policy and sign it as ${role}.`} />
      <Button>Sign</Button>
    </Form>
  );
}
