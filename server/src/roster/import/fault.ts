/**
 * A file cannot be read as a list of people. Its message says what it is, its `next` what to do; neither quotes what is
 * in the file.
 */
export class ImportFault extends Error {
  override readonly name = 'ImportFault';
  readonly next: string;

  constructor(what: string, next: string) {
    super(what);
    this.next = next;
  }
}
