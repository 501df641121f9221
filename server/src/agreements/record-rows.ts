import type { PolicyVersion } from '../policies/version.ts';
import { formatDateTime, formatShortDate } from '../ui/index.ts';
import type { Agreement, Way } from './rules.ts';
import { statementOf } from './statement.ts';

const WAY_TEXT: Readonly<Record<Way, string>> = {
  page: 'Typed and sent on the school’s page',
  'class-link': 'Typed and sent on the school’s page, by the link of a class',
  'personal-link': 'Typed and sent on the school’s page, by a personal link',
};

const LANGUAGES = new Intl.DisplayNames('en-GB', { type: 'language' });

/** How an agreement was given, in words. */
export function howGiven({ method, way }: Agreement): string {
  return method === 'paper' ? 'On a paper slip, recorded by the school office' : WAY_TEXT[way ?? 'page'];
}

/** The language it was read in, in English. */
export function languageRead({ language }: Agreement): string {
  return LANGUAGES.of(language) ?? language;
}

/**
 * A fingerprint in groups, since a line breaks only where there is a space.
 * @param hash SHA-256 in hex
 */
export function inGroups(hash: string): string {
  return hash.replaceAll(/.{16}(?!$)/g, '$& ');
}

/** The facts of an agreement as printed rows; what was not given is left out. */
export function printedRows(agreement: Agreement, version: PolicyVersion) {
  const { name, childClass, relationship, signedOn, recordedAt, documentHash, method } = agreement;
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['Policy', `${version.document.title}, version ${version.number}`],
    ['What was signed', agreement.statement ?? statementOf(version)],
    ['Name', name],
    ['Class or classes', childClass],
    ['Relationship to the child', relationship],
    ['Signed', method === 'paper' ? formatShortDate(signedOn) : formatDateTime(recordedAt)],
    ['Recorded', method === 'paper' ? formatDateTime(recordedAt) : undefined],
    ['Withdrawn', agreement.withdrawnAt && formatDateTime(agreement.withdrawnAt)],
    ['How', howGiven(agreement)],
    ['Language read', languageRead(agreement)],
    ['Fingerprint of the policy (SHA-256)', inGroups(documentHash)],
  ];
  return rows.flatMap(([key, value]) => (value ? [{ key, value }] : []));
}
