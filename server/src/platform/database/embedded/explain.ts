/** What PostgreSQL or the system say when a start fails, and what a person should read instead. */
const CAUSES: readonly (readonly [RegExp, (folder: string) => string])[] = [
  [
    /No space left on device|ENOSPC|could not write.*disk full/i,
    (folder) =>
      `The disk is full: the database in ${folder} cannot be written. Free some space, then start again. Nothing saved is lost.`,
  ],
  [
    /Permission denied|EACCES|EPERM|EROFS|Read-only file system|has invalid permissions|wrong ownership/i,
    (folder) =>
      `Handbell may not write to ${folder}. Give the folder to the user that starts Handbell (and, under root, make every folder above it readable), then start again.`,
  ],
  [
    // The version was looked at before, so files that do not fit the server are broken ones.
    /invalid checkpoint|could not locate a valid checkpoint|invalid page|checksum|incompatible|PANIC/i,
    (folder) =>
      `The database in ${folder} is damaged. Keep the folder as it is and restore the last backup beside it.`,
  ],
  [
    /could not bind|Address already in use/i,
    () => 'The port for the database was taken a moment ago. Start Handbell again.',
  ],
  [
    /cannot allocate memory|could not (create|map) shared memory/i,
    () => 'This machine has too little free memory for the database. Close other programs, then start again.',
  ],
];

/**
 * Turns what a failed start printed into one plain line.
 * @param detail standard error of the program, or an error code
 * @param log the end of the server's own log
 */
export function explain(detail: string, log: string, folder: string): string {
  const said = `${detail}\n${log}`;
  const cause =
    CAUSES.find(([pattern]) => pattern.test(detail)) ?? CAUSES.find(([pattern]) => pattern.test(said));
  if (cause) return cause[1](folder);
  const last =
    said
      .trim()
      .split('\n')
      .findLast((line) => /FATAL|ERROR|error/.test(line)) ?? 'no reason given';
  return `The embedded database in ${folder} did not start: ${last.replace(/^.*?(FATAL|ERROR):\s*/, '')}`;
}
