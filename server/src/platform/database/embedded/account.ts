import { execFileSync } from 'node:child_process';
import { DatabaseError } from '../errors.ts';

/** The system account that PostgreSQL runs as; undefined when it runs as whoever started Handbell. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

const NAME = 'handbell';

function lookUp(flag: '-u' | '-g'): number | undefined {
  try {
    return Number(
      execFileSync('id', [flag, NAME], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
    );
  } catch {
    return undefined;
  }
}

/** PostgreSQL refuses to run as root, so under root it gets an account of its own, made when it is missing. */
export function databaseAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  if (lookUp('-u') === undefined) {
    try {
      execFileSync(
        'useradd',
        ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', NAME],
        {
          stdio: 'ignore',
        },
      );
    } catch {
      throw new DatabaseError(
        'PostgreSQL does not run as root, and no account for it could be made. Start Handbell as an ordinary user.',
      );
    }
  }
  const uid = lookUp('-u');
  const gid = lookUp('-g');
  if (uid === undefined || gid === undefined) {
    throw new DatabaseError(`The account ${NAME} cannot be looked up. Start Handbell as an ordinary user.`);
  }
  return { uid, gid };
}
