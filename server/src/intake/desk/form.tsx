import { type FormState, Radios, TextInput } from '../../ui/index.ts';

interface FieldsProps {
  readonly form: FormState;
  /** A password is stored already. */
  readonly stored: boolean;
}

function ServerFields({ form, stored }: FieldsProps) {
  return (
    <>
      <TextInput
        form={form}
        name="host"
        label="Mail server (IMAP)"
        hint="For example imap.example.org. Your mail provider’s help pages name it."
        spellcheck={false}
      />
      <TextInput form={form} name="port" label="Port" hint="Usually 993" inputmode="numeric" width={5} />
      <Radios
        form={form}
        name="security"
        label="How is the connection kept private?"
        items={[
          { value: 'tls', label: 'TLS from the start', hint: 'Port 993' },
          { value: 'starttls', label: 'STARTTLS', hint: 'Port 143' },
          { value: 'none', label: 'Not at all', hint: 'Only for a mail server on this very machine' },
        ]}
      />
      <TextInput form={form} name="username" label="User name" autocomplete="off" spellcheck={false} />
      <TextInput
        form={form}
        name="password"
        label="Password"
        type="password"
        autocomplete="new-password"
        hint={
          stored ? 'Leave it empty to keep the one that is stored.' : 'It is kept encrypted and never shown.'
        }
      />
      <TextInput form={form} name="folder" label="Folder to read" hint="Usually INBOX" width={20} />
    </>
  );
}

/** Everything that is asked about a mailbox. */
export function MailboxFields(props: FieldsProps) {
  const { form } = props;
  return (
    <>
      <ServerFields {...props} />
      <TextInput
        form={form}
        name="serverName"
        label="Name under which your mail server checks senders"
        hint="It stands first in “Authentication-Results” of a mail you received. Until you enter it, every sender is shown as not proven."
        spellcheck={false}
        optional
      />
      <Radios
        form={form}
        name="afterwards"
        label="What becomes of a mail in the mailbox once it is a concern?"
        items={[
          { value: 'leave', label: 'Leave it there' },
          {
            value: 'move',
            label: 'Move it to another folder',
            conditional: <TextInput form={form} name="moveTo" label="Folder to move it to" width={20} />,
          },
          {
            value: 'delete',
            label: 'Delete it after some days',
            conditional: <TextInput form={form} name="days" label="Days" inputmode="numeric" width={4} />,
          },
        ]}
      />
      <Radios
        form={form}
        name="backlog"
        label="What becomes of mail that is there already?"
        items={[
          { value: 'leave', label: 'Nothing: begin with the next mail' },
          { value: 'take', label: 'Each becomes a concern too' },
        ]}
      />
    </>
  );
}
