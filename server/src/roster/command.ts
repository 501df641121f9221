import { schoolDay } from '../platform/clock.ts';
import type { Services } from '../platform/services.ts';
import { findSchoolBySlug } from '../schools/store.ts';
import { bringFile } from './import/bring.ts';
import { confirmImport } from './import/confirm.ts';
import { keepDraft } from './import/drafts.ts';
import type { Scope } from './import/plan.ts';
import { previewImport } from './import/preview.ts';
import { rosterSettings } from './settings-store.ts';

/** What a list did, or would do. */
export interface ImportReport {
  readonly rows: number;
  readonly joined: number;
  readonly changed: number;
  readonly left: number;
  readonly same: number;
  readonly newClasses: readonly string[];
  readonly notTaken: readonly string[];
  readonly problems: readonly { readonly row: number; readonly what: string; readonly effect: string }[];
  readonly notes: readonly string[];
}

interface ImportOrder {
  readonly bytes: Uint8Array;
  readonly scope: Scope;
  /** Only say what would happen. */
  readonly dryRun: boolean;
}

/**
 * Imports a list of parents without a person looking at each change; what it did can be seen and undone on the desk.
 * @param slug the school, as in its address
 * @returns undefined when there is no such school
 * @throws ImportFault when the file is no list
 */
export async function importParents(
  services: Services,
  slug: string,
  { bytes, scope, dryRun }: ImportOrder,
): Promise<ImportReport | undefined> {
  const school = await findSchoolBySlug(services.database.open, slug);
  if (!school) return undefined;
  return services.worker.forSchool(school.id, 'command', async (work) => {
    const { phones } = await rosterSettings(work);
    const today = schoolDay(work.now).toString();
    const about = { phones, school: { name: school.name, urn: school.profile.urn }, today };
    const content = await bringFile(bytes, about);
    const draft = { content, meanings: content.meanings, scope, choices: new Map<string, never>() };
    const preview = await previewImport(work, draft);
    const count = (...kinds: string[]) => preview.changes.filter((each) => kinds.includes(each.kind)).length;
    if (!dryRun && preview.changes.length > 0) {
      await confirmImport(work, await keepDraft(work, content, scope), preview);
    }
    return {
      rows: content.rows.length,
      joined: count('joins', 'returns'),
      changed: count('changes'),
      left: count('leaves'),
      same: preview.same,
      newClasses: preview.unknownClasses.map((each) => each.name),
      notTaken: content.notTaken.map((each) => each.heading),
      problems: preview.problems,
      notes: content.notes,
    };
  });
}
