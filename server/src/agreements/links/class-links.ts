import { and, desc, eq, isNull } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { listClasses, type SchoolClass } from '../../groups/classes-store.ts';
import type { ClassId } from '../../groups/rules.ts';
import { schoolClass } from '../../groups/tables.ts';
import { schoolDay } from '../../platform/clock.ts';
import { newId } from '../../platform/ids.ts';
import { newOnceToken } from '../../platform/web/once.ts';
import type { Work } from '../../platform/work.ts';
import { agreementClassLink } from '../tables.ts';

const AUGUST = 8;

/** The last day of a link: the last of the August after it was made, so that each September has links of its own. */
export function lastDayOf(madeOn: Temporal.PlainDate): Temporal.PlainDate {
  const year = madeOn.month > AUGUST ? madeOn.year + 1 : madeOn.year;
  return Temporal.PlainDate.from({ year, month: AUGUST, day: 31 });
}

/** A class with the link that its families may use now, if it has one. */
export interface ClassWithLink extends SchoolClass {
  readonly link: { readonly token: string; readonly until: Temporal.PlainDate } | undefined;
}

type Row = Pick<typeof agreementClassLink.$inferSelect, 'token' | 'madeAt' | 'endedAt'>;

function goodLink(work: Work, row: Row | undefined): ClassWithLink['link'] {
  if (!row || row.endedAt) return undefined;
  const until = lastDayOf(schoolDay(row.madeAt));
  return Temporal.PlainDate.compare(schoolDay(work.now), until) <= 0
    ? { token: row.token, until }
    : undefined;
}

/** The school's classes in their order, each with its link. */
export async function classesWithLinks(work: Work): Promise<readonly ClassWithLink[]> {
  const rows = await work.queries
    .select()
    .from(agreementClassLink)
    .where(and(eq(agreementClassLink.schoolId, work.school), isNull(agreementClassLink.endedAt)));
  const classes = await listClasses(work);
  return classes.map((each) => ({
    ...each,
    link: goodLink(
      work,
      rows.find(({ classId }) => classId === each.id),
    ),
  }));
}

/** Gives classes new links. Those they had end at once: whoever follows one still finds the policy and can sign. */
export async function makeClassLinks(work: Work, classes: readonly ClassId[]): Promise<void> {
  for (const classId of classes) {
    await work.queries
      .update(agreementClassLink)
      .set({ endedAt: work.now })
      .where(
        and(
          eq(agreementClassLink.schoolId, work.school),
          eq(agreementClassLink.classId, classId),
          isNull(agreementClassLink.endedAt),
        ),
      );
    const id = newId<'class-link'>();
    const row = { schoolId: work.school, id, classId, token: newOnceToken(), madeAt: work.now };
    await work.queries.insert(agreementClassLink).values(row);
    work.audit({ act: 'agreement.class-link-made', object: `class:${classId}` });
  }
}

/** The class whose link has this token, while the link is good. */
export async function classOfLink(
  work: Work,
  token: string,
): Promise<Pick<SchoolClass, 'id' | 'name'> | undefined> {
  const [row] = await work.queries
    .select({
      id: schoolClass.id,
      name: schoolClass.name,
      token: agreementClassLink.token,
      madeAt: agreementClassLink.madeAt,
      endedAt: agreementClassLink.endedAt,
    })
    .from(agreementClassLink)
    .innerJoin(
      schoolClass,
      and(
        eq(schoolClass.schoolId, agreementClassLink.schoolId),
        eq(schoolClass.id, agreementClassLink.classId),
        isNull(schoolClass.endedAt),
      ),
    )
    .where(and(eq(agreementClassLink.schoolId, work.school), eq(agreementClassLink.token, token)))
    .orderBy(desc(agreementClassLink.madeAt));
  return row && goodLink(work, row) ? { id: row.id, name: row.name } : undefined;
}
