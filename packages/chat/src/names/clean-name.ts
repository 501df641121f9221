import { MARKS, ODD_SPACES } from '../header/characters.ts';

/** Letters without anything to clean. */
const PLAIN = /^[A-Za-z][\w .()-]*[\w)]$/;
const TILDE = /^~ ?/;
const PHONE = /^\+?[\d\s().-]{6,24}$/;

/**
 * A name as senders, events and members carry it: without direction marks, with plain spaces and hyphens in numbers.
 * "~Petra" and "~ Petra", as phones write people who are not in the contacts, become "~ Petra".
 * @param raw the name as printed
 */
export function cleanName(raw: string): string {
  if (PLAIN.test(raw)) return raw;
  let name = raw.replace(MARKS, '').replace(ODD_SPACES, ' ').trim();
  if (name.charCodeAt(0) === 126) name = `~ ${name.replace(TILDE, '')}`;
  return name.includes('\u2011') && /^[+\d]/.test(name) ? name.replaceAll('\u2011', '-') : name;
}

/** Is this the phone number that stands in for a name the exporting phone did not know? */
export function isPhoneNumber(name: string): boolean {
  return PHONE.test(name) && name.replace(/\D/g, '').length >= 6;
}
