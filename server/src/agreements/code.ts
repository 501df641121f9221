/** Signs that cannot be taken for each other, without vowels so that no word comes out. */
const SIGNS = '23456789BCDFGHJKMNPQRSTVWXZ';
const LENGTH = 12;
const GROUP = 4;

/**
 * A code that can be read out, such as "7KQM-X4PD-9WRT": 12 signs of 27, which is 57 bits.
 * @param digest 256 bits from which it follows
 */
export function codeFrom(digest: Uint8Array): string {
  // 256 bits against 57: what is left over favours no sign by more than 2 to the power of -199.
  let left = BigInt(`0x${Buffer.from(digest).toString('hex')}`);
  let signs = '';
  for (let at = 0; at < LENGTH; at += 1) {
    signs += SIGNS.charAt(Number(left % BigInt(SIGNS.length)));
    left /= BigInt(SIGNS.length);
  }
  return signs.replaceAll(new RegExp(`.{${GROUP}}(?!$)`, 'g'), '$&-');
}

/** A code however it was typed: case, spaces and hyphens do not matter. */
export function plainCode(code: string): string {
  return code.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
}
