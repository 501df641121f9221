/** The input is at fault: the message says what and where, and the command ends with status 1. */
export class InputError extends Error {
  override readonly name = 'InputError';
}
