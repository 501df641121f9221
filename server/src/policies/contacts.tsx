import type { Contact } from '@handbell/policy';
import { Name, telephone } from '../ui/index.ts';

function Reach({ contact: { kind, value } }: { contact: Pick<Contact, 'kind' | 'value'> }) {
  if (kind === 'email') return <a href={`mailto:${value}`}>{value}</a>;
  if (kind === 'phone') return <a href={telephone(value)}>{value}</a>;
  if (kind === 'url') return <a href={value.replace(/^www\./u, 'https://www.')}>{value}</a>;
  return <Name>{value}</Name>;
}

/** Who answers, when the policy names an office and not just "the school". */
function officeOf({ role, kind }: Contact): string | undefined {
  return kind === 'role' || role === undefined || /^(?:the )?school$/iu.test(role) ? undefined : role;
}

/** Whom the policy itself says to contact; nothing when it names nobody. */
export function PolicyContacts({ contacts }: { contacts: readonly Contact[] }) {
  if (contacts.length === 0) return null;
  return (
    <>
      <p>The policy says to contact:</p>
      <ul>
        {contacts.map((contact) => (
          <li>
            {officeOf(contact) !== undefined && (
              <>
                <Name>{officeOf(contact)}</Name>:{' '}
              </>
            )}
            <Reach contact={contact} />
          </li>
        ))}
      </ul>
    </>
  );
}
