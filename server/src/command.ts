import { mailReset } from './people/reset-mail.ts';
import { newSetUpLink, type Prefill } from './people/set-up-link.ts';
import { verifyAudit } from './platform/audit/verify.ts';
import { systemClock } from './platform/clock.ts';
import type { Settings } from './platform/config/settings.ts';
import { openMasterKey } from './platform/crypto/master-key.ts';
import { openDatabase } from './platform/database/open.ts';
import { ageIdentity } from './platform/files/age.ts';
import { createLogger } from './platform/logging.ts';
import type { Services } from './platform/services.ts';
import { createServices } from './platform/start.ts';
import { auditKey } from './platform/work.ts';
import { importParents } from './roster/command.ts';
import { ImportFault } from './roster/import/fault.ts';
import { findInRegister, registerValues } from './schools/gias.ts';
import { findSchoolBySlug, listSchools } from './schools/store.ts';

/**
 * Does something with this installation's records, beside a Handbell that is serving or without one.
 * @throws ConfigError or DatabaseError, each with one plain line
 */
export async function withServices<T>(
  settings: Settings,
  act: (services: Services) => Promise<T>,
): Promise<T> {
  const master = openMasterKey(settings.HANDBELL_MASTER_KEY, settings.HANDBELL_DATA);
  const database = await openDatabase(settings, master, { alongside: true });
  const origin = settings.HANDBELL_URL?.replace(/\/$/, '') ?? `http://localhost:${settings.HANDBELL_PORT}`;
  const log = createLogger(settings.HANDBELL_LOG);
  const services = createServices(
    { settings, master, clock: systemClock, log, appUrl: database.appUrl, origin },
    mailReset,
  );
  try {
    return await act(services);
  } finally {
    await services.database.end();
    await database.close();
  }
}

/** What following one school's audit record to its end showed. */
export interface AuditLine {
  readonly school: string;
  readonly entries: number;
  /** The first entry that is not as it was written, and in what way. */
  readonly fault: { readonly seq: number; readonly problem: string } | undefined;
}

/** Follows the audit record of every school. */
export function verifyAllAudits(services: Services): Promise<readonly AuditLine[]> {
  return listSchools(services.database.open).then((schools) =>
    Promise.all(
      schools.map((school) =>
        services.worker.forSchool(school.id, 'command', async (work) => {
          const report = await verifyAudit(work.queries, auditKey(work.keys), school.id);
          return { school: school.slug, ...report };
        }),
      ),
    ),
  );
}

/** A one-time link that sets up another school of this installation, with what is known of it filled in. */
export function inviteSchool(services: Services, prefill: Prefill = {}): Promise<string> {
  return newSetUpLink(services.database.open, services.clock, services.origin, prefill);
}

/**
 * The `age` identity that opens a school's encrypted files with the ordinary age program, for a backup opened without
 * Handbell. Taking it is in the school's audit record.
 * @returns undefined when there is no such school
 */
export async function fileKey(services: Services, slug: string): Promise<string | undefined> {
  const school = await findSchoolBySlug(services.database.open, slug);
  if (!school) return undefined;
  return services.worker.forSchool(school.id, 'command', async (work) => {
    work.audit({ act: 'file-key.shown', object: `school:${school.id}` });
    return ageIdentity(work.keys);
  });
}

export { findInRegister, ImportFault, importParents, listSchools, registerValues };
