import type { PartialDate } from '@handbell/policy';
import type { PrintFacts } from '@handbell/policy/print';
import type { Temporal } from 'temporal-polyfill';
import { languageOf } from './language.ts';
import type { SignaturePlace } from './signing.ts';
import { type PolicyVersion, slipCode } from './version.ts';

/** What the slip says above its fields (rule 39). */
export const NO_EFFECT =
  'Signing is your choice. If you do not sign, nothing changes for your child, for your place in a group or for how we treat you.';

function dayDate({ year, month, day }: Temporal.PlainDate): PartialDate {
  return { precision: 'day', year, month, day, written: '' };
}

/**
 * What a published version's printed forms say beyond its own text: adoption, signatures, version, where it is.
 * @param address the version's own address
 */
export function printFacts(
  version: PolicyVersion,
  places: readonly SignaturePlace[],
  schoolName: string,
  address: string,
  qr?: string,
): PrintFacts {
  const { adoption, number, document } = version;
  const slots = new Map(document.signatures.map(({ role, id }) => [role, id]));
  return {
    schoolName,
    language: languageOf(document),
    adoption: {
      body: adoption.body,
      date: dayDate(adoption.on),
      ...(adoption.minute !== undefined && { minute: adoption.minute }),
    },
    signatures: places.flatMap(({ role, signed }) =>
      signed ? [{ slotId: slots.get(role) ?? role, name: signed.name, date: dayDate(signed.on) }] : [],
    ),
    version: String(number),
    address,
    slipNote: NO_EFFECT,
    slipCode: slipCode(version),
    ...(qr !== undefined && { qrSvg: qr }),
  };
}
