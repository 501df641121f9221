import { foldName } from '../../roster/adult.ts';

/** Who asked, as far as a search needs it. */
export interface Wanted {
  readonly name: string;
  readonly contact: string;
}

/** Somebody whom a record names. */
interface Named {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
}

const digits = (text: string): string => text.replaceAll(/\D/g, '').slice(-9);

/** Whether a record may name whoever asked: the same name however it is written, address for mail or number. */
export function mayBe(wanted: Wanted, { name, email, phone }: Named): boolean {
  const contact = wanted.contact.trim().toLowerCase();
  const number = digits(wanted.contact);
  return (
    (name !== undefined && foldName(name) !== '' && foldName(name) === foldName(wanted.name)) ||
    (email !== undefined && email !== '' && contact.includes(email.trim().toLowerCase())) ||
    (phone !== undefined && number.length === 9 && digits(phone) === number)
  );
}
