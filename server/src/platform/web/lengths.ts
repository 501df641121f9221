/** No padded message is shorter. */
const LEAST = 8 * 1024;

/**
 * The length that a message of so many bytes is padded to, so that an onlooker of the network learns little from it. From
 * the least length on only the first few binary digits of a length are used (Padmé with a digit less: Nikitin and others,
 * "Reducing Metadata Leakage from Encrypted Files and Communication with PURBs", 2019): at most an eighth is added, and all
 * lengths up to a megabyte look like one of some ninety. It runs alike in a browser and in Node.
 */
export function paddedLength(bytes: number): number {
  const length = Math.max(bytes, LEAST);
  const exponent = Math.floor(Math.log2(length));
  const digits = Math.floor(Math.log2(exponent));
  const step = 2 ** (exponent - digits);
  return Math.ceil(length / step) * step;
}
