import { formatDate } from '../../ui/index.ts';
import type { Agreement } from '../rules.ts';

/** What a copy tells: which version, when, and how to come back. No name: anybody may read a mailbox. */
export interface CopyFacts {
  readonly school: { readonly name: string };
  readonly version: { readonly number: number };
  readonly agreement: Pick<Agreement, 'recordedAt' | 'documentHash'>;
  readonly code: string;
}

/**
 * The mail that somebody asks for who has just agreed.
 * @param address the school's page
 */
export function copyMail({ school, version, agreement, code }: CopyFacts, address: string) {
  const lines = [
    'Thank you. This is the copy you asked for.',
    '',
    `On ${formatDate(agreement.recordedAt)} you agreed to version ${version.number} of the policy of ${school.name} for class and year WhatsApp groups.`,
    '',
    `The version you signed: ${address}/policy/${version.number}`,
    `Its fingerprint: ${agreement.documentHash}`,
    '',
    `Your receipt code: ${code}`,
    `With it you can read what you signed, or withdraw: ${address}/agree/receipt`,
    '',
    'You do not have to do anything else. If you did not ask for this mail, somebody typed your address by mistake.',
  ];
  return {
    subject: 'Your copy of an agreement',
    text: `${lines.join('\n')}\n`,
    kind: 'agreement-copy',
  };
}
