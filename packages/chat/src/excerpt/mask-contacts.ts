import { digitValue } from '../header/characters.ts';

// Each run of letters is begun at its start only, so that a long one costs no more than its length.
const EMAIL = /(?<![\p{L}\d._%+-])[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,}/gu;
const INVITE = /(?:https?:\/\/)?chat\.whatsapp\.com\/[\w-]+(?:\?\S*)?/gi;
const CONTACT_LINK = /(?:https?:\/\/)?(?:wa\.me|api\.whatsapp\.com\/send)\S*/gi;
const MAP_LINK =
  /https?:\/\/(?:maps\.google\.com|(?:www\.)?google\.[\w.]+\/maps|maps\.app\.goo\.gl|foursquare\.com\/v)\S*/gi;
const POSTCODE = /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/g;
// Digits with the signs that people write between them: up to two in a row, brackets and hyphens of all kinds.
const NUMBER =
  /@?\+?(?:\(\+?\p{Nd}{1,5}\)|\p{Nd})(?:[\s.\u00a0\u202f\u2009\u2010-\u2015\u2212()\u202a-\u202e\u200e\u2066-\u2069·-]{0,3}\p{Nd}){6,17}/gu;
const DATE = /^(?:\d{4}[-.]\d{1,2}[-.]\d{1,2}|\d{1,2}[-.]\d{1,2}[-.]\d{4})$/;
/** A number with this many digits is taken for a phone number however it begins. */
const LONG = 9;

function latinDigits(text: string): string {
  let out = '';
  for (let at = 0; at < text.length; at += 1) {
    const value = digitValue(text.charCodeAt(at));
    if (value >= 0) out += value;
  }
  return out;
}

function isPhone(written: string, digits: string): boolean {
  if (DATE.test(written.trim())) return false;
  return /^[@+(]/.test(written) || digits.startsWith('0') || digits.length >= LONG || !/\D/.test(written);
}

/**
 * Masks what finds a person: phone numbers in any common form and script, e-mail addresses, postcodes, links to
 * groups, contacts and places.
 * @param text a message's words
 * @param labelOf label of the person whose number this is, or null
 */
export function maskContacts(text: string, labelOf: (digits: string) => string | null): string {
  return text
    .replace(EMAIL, '[email]')
    .replace(INVITE, '[group link]')
    .replace(CONTACT_LINK, '[contact link]')
    .replace(MAP_LINK, '[place]')
    .replace(POSTCODE, '[postcode]')
    .replace(NUMBER, (written) => {
      const digits = latinDigits(written);
      if (!isPhone(written, digits)) return written;
      const label = labelOf(digits) ?? '[number]';
      return written.startsWith('@') ? `@${label}` : label;
    });
}
