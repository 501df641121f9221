import { type Adult, foldEmail, foldName } from '../adult.ts';
import type { Contact } from './contacts.ts';

/** A class's name as it is compared: "Class 3B" and "3b" are one. */
export function foldClass(name: string): string {
  return foldName(name).replace(/^class\s+/, '');
}

interface MatchInput {
  readonly contacts: readonly Contact[];
  readonly adults: readonly Adult[];
  /** Who has which number in the school's own system, where known. */
  readonly bySource: ReadonlyMap<string, Adult>;
}

/**
 * Which adult there is each contact of a list is. First those that are certain: the same number, or the same name and
 * address. Then, among who is left: the same name where one of the two has no address; a mailbox under a new name; a
 * name with a new address. Where two could be meant, the contact is somebody new: two entries are easier to join than
 * to take apart.
 */
export function matchContacts({ contacts, adults, bySource }: MatchInput): ReadonlyMap<Contact, Adult> {
  const byEmail = Map.groupBy(adults, (each) => foldEmail(each.email));
  const byName = Map.groupBy(adults, (each) => foldName(each.name));
  const matched = new Map<Contact, Adult>();
  const taken = new Set<Adult>();
  const pass = (find: (contact: Contact) => Adult | undefined) => {
    for (const contact of contacts) {
      const adult = matched.has(contact) ? undefined : find(contact);
      if (!adult || taken.has(adult)) continue;
      matched.set(contact, adult);
      taken.add(adult);
    }
  };
  const free = (found: readonly Adult[] = []) => found.filter((each) => !taken.has(each));
  const only = (found: readonly Adult[]) => (found.length === 1 ? found[0] : undefined);
  const namesakes = (contact: Contact) => byName.get(foldName(contact.name));
  const mailbox = ({ email }: Contact) => (email === '' ? [] : (byEmail.get(foldEmail(email)) ?? []));

  pass(({ source }) => (source === '' ? undefined : bySource.get(source)));
  pass((contact) => mailbox(contact).find((each) => foldName(each.name) === foldName(contact.name)));
  pass((contact) => {
    const found = only(free(namesakes(contact)));
    return found && (found.email === '' || contact.email === '') ? found : undefined;
  });
  pass((contact) => only(free(mailbox(contact))));
  pass((contact) => (mailbox(contact).length === 0 ? only(free(namesakes(contact))) : undefined));
  return matched;
}
