import { describe, expect, it } from 'vitest';
import { explain } from './explain.ts';

const FOLDER = '/srv/handbell/postgres';

describe('what a failed start of PostgreSQL is told as', () => {
  it.each([
    ['initdb: error: could not write file "x": No space left on device', '', 'The disk is full'],
    ['EROFS', '', 'Handbell may not write to /srv/handbell/postgres.'],
    ['', 'FATAL:  data directory "x" has invalid permissions', 'Handbell may not write to'],
    ['', 'PANIC:  could not locate a valid checkpoint record', 'is damaged'],
    ['', 'LOG:  could not bind IPv4 address "127.0.0.1": Address already in use', 'Start Handbell again'],
    ['', 'FATAL:  could not map anonymous shared memory: Cannot allocate memory', 'too little free memory'],
  ])('%s %s', (detail, log, said) => {
    expect(explain(detail, log, FOLDER)).toContain(said);
    expect(explain(detail, log, FOLDER)).not.toContain('\n');
  });

  it('goes by the program’s own words before an old log', () => {
    expect(explain('EACCES', 'PANIC: years ago', FOLDER)).toContain('may not write');
  });

  it('repeats the last error in one line when the cause is unknown', () => {
    expect(explain('', 'LOG: a\n2027-03-09 FATAL:  something new\nLOG: b', FOLDER)).toBe(
      'The embedded database in /srv/handbell/postgres did not start: something new',
    );
    expect(explain('', '', FOLDER)).toContain('no reason given');
  });
});
