import { listClasses, type SchoolClass } from '../../groups/classes-store.ts';
import { listGroups } from '../../groups/store.ts';
import type { Work } from '../../platform/work.ts';
import type { Adult } from '../../roster/adult.ts';
import type { SchoolProfile } from '../../schools/profile.ts';
import { inOrder, yearName } from '../../schools/years.ts';
import { adultsOf, adultsOfYear, type Share, shareOf } from '../asking/coverage.ts';
import type { Standing } from '../asking/standing.ts';

/** A part of the school, with its adults and how many of them have agreed. */
export interface Part {
  /** As an address names it: "class-…", "year-2", "group-…"; empty for the whole school. */
  readonly key: string;
  readonly name: string;
  readonly adults: readonly Adult[];
  readonly share: Share;
}

/** The parts of a school by which coverage is told. */
export interface Parts {
  readonly whole: Part;
  readonly classes: readonly Part[];
  readonly years: readonly Part[];
  readonly groups: readonly Part[];
}

/** The years of the school's classes, and those that adults were written down with. */
function yearsOf(nation: SchoolProfile['nation'], classes: readonly SchoolClass[], adults: readonly Adult[]) {
  const codes = [
    ...classes.flatMap(({ years }) => years),
    ...adults.flatMap(({ places }) => places.map(({ year }) => year)),
  ];
  return inOrder(nation, codes);
}

/** The school in parts: by class, by year and by group, each with its share. */
export async function partsOf(
  work: Work,
  { adults, agreements }: Standing,
  nation: SchoolProfile['nation'],
): Promise<Parts> {
  const agreed = new Set(agreements.keys());
  const part = (key: string, name: string, of: readonly Adult[]): Part => ({
    key,
    name,
    adults: of,
    share: shareOf(of, agreed),
  });
  const classes = await listClasses(work);
  const classYears = new Map(classes.map(({ id, years }) => [id, years]));
  return {
    whole: part('', 'Whole school', adults),
    classes: classes.map(({ id, name }) => part(`class-${id}`, name, adultsOf(adults, [id]))),
    years: yearsOf(nation, classes, adults).map((code) =>
      part(
        `year-${code}`,
        yearName(nation, code),
        adultsOfYear(adults, code, (id) => classYears.get(id) ?? []),
      ),
    ),
    groups: (await listGroups(work)).map(({ id, name, classes: covered }) =>
      part(`group-${id}`, name, adultsOf(adults, covered)),
    ),
  };
}

/** The part that an address names; the whole school when it names none. */
export function findPart(parts: Parts, key: string | undefined): Part | undefined {
  if (key === undefined) return parts.whole;
  return [...parts.classes, ...parts.years, ...parts.groups].find((part) => part.key === key);
}
