import { randomInt } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { CaseId } from '../cases/ids.ts';
import { plainCode } from '../concerns/code.ts';
import type { Work } from '../platform/work.ts';
import { subjectPage } from './tables.ts';

/** Signs that cannot be taken for each other, without vowels so that no word comes out. */
const SIGNS = '23456789BCDFGHJKMNPQRSTVWXZ';
const FORM_SIGNS = 8;

/** A parent's page, whether or not there is a way into it at present. */
export interface OwnPage {
  readonly caseId: CaseId;
  /** Printed on the answer form; it opens nothing. */
  readonly formCode: string;
  readonly mailAgreed: boolean;
}

const ofCase = (work: Work, caseId: CaseId) =>
  and(eq(subjectPage.schoolId, work.school), eq(subjectPage.caseId, caseId));

/** The page of a case, if its parent has one. */
export async function pageOf(work: Work, caseId: CaseId): Promise<OwnPage | undefined> {
  const [row] = await work.queries.select().from(subjectPage).where(ofCase(work, caseId));
  return row && { caseId, formCode: row.formCode, mailAgreed: row.mailAgreed };
}

/** Makes the page of a case, with a code for its answer form, if there is none yet. */
export async function makePage(work: Work, caseId: CaseId): Promise<void> {
  if (await pageOf(work, caseId)) return;
  const signs = Array.from({ length: FORM_SIGNS }, () => SIGNS.charAt(randomInt(SIGNS.length))).join('');
  await work.queries.insert(subjectPage).values({
    schoolId: work.school,
    caseId,
    formCode: signs,
    mailAgreed: false,
    madeAt: work.now,
  });
  work.audit({ act: 'own-page.made', object: `case:${caseId}` });
}

/** Keeps that the parent agreed to be told of news by mail, or does not any more. */
export async function setMailAgreed(work: Work, caseId: CaseId, agreed: boolean): Promise<void> {
  await work.queries.update(subjectPage).set({ mailAgreed: agreed }).where(ofCase(work, caseId));
  work.audit({ act: 'own-page.mail-set', object: `case:${caseId}`, detail: { agreed } });
}

/** The code of a form as it is printed: "7KQM-X4PD". */
export function printedCode({ formCode }: Pick<OwnPage, 'formCode'>): string {
  return `${formCode.slice(0, FORM_SIGNS / 2)}-${formCode.slice(FORM_SIGNS / 2)}`;
}

/** The case that an answer form belongs to, however its code is typed. */
export async function caseOfForm(work: Work, code: string): Promise<CaseId | undefined> {
  const [row] = await work.queries
    .select({ caseId: subjectPage.caseId })
    .from(subjectPage)
    .where(and(eq(subjectPage.schoolId, work.school), eq(subjectPage.formCode, plainCode(code))));
  return row?.caseId;
}
