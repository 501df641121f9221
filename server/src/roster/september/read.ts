import { listClasses, type SchoolClass } from '../../groups/classes-store.ts';
import { listGroups } from '../../groups/store.ts';
import { idSchema } from '../../platform/ids.ts';
import type { Work } from '../../platform/work.ts';
import { currentSchool } from '../../schools/store.ts';
import type { FieldErrors } from '../../ui/form-state.ts';
import { listAdults } from '../read.ts';
import {
  type Cohort,
  cohortKey,
  cohorts,
  planSeptember,
  type September,
  type Step,
  type Target,
} from './plan.ts';
import { septemberState } from './state.ts';

/** What the form of the roll-over is about. */
export interface SeptemberFacts {
  readonly classes: readonly SchoolClass[];
  readonly adults: Awaited<ReturnType<typeof listAdults>>;
  readonly groups: Awaited<ReturnType<typeof listGroups>>;
  readonly nation: Awaited<ReturnType<typeof currentSchool>>['profile']['nation'];
  readonly cohorts: readonly Cohort[];
  /** Of everything that the plan goes by. */
  readonly state: string;
}

export async function septemberFacts(work: Work): Promise<SeptemberFacts> {
  const classes = await listClasses(work);
  const adults = await listAdults(work);
  const groups = await listGroups(work);
  const { profile } = await currentSchool(work);
  const state = await septemberState(work);
  return { classes, adults, groups, nation: profile.nation, cohorts: cohorts(classes, adults), state };
}

type Values = Readonly<Record<string, string | readonly string[]>>;

const CLASS_NAME_MAX = 80;

/**
 * Reads where each cohort goes and makes the plan of it.
 * @returns the plan, or what is missing field by field
 */
export function readSeptember(
  facts: SeptemberFacts,
  values: Values,
): { readonly plan: September; readonly steps: readonly Step[] } | { readonly errors: FieldErrors } {
  const errors: Record<string, string> = {};
  const steps = facts.cohorts.flatMap((cohort): readonly Step[] => {
    const key = cohortKey(cohort);
    const to = targetOf(facts, values, key);
    if (typeof to === 'string' || 'add' in to) return [{ ...cohort, to }];
    errors[to.field] = to.error;
    return [];
  });
  if (Object.keys(errors).length > 0) return { errors };
  return { plan: planSeptember({ ...facts, steps }), steps };
}

function targetOf(
  { classes }: SeptemberFacts,
  values: Values,
  key: string,
): Target | { readonly field: string; readonly error: string } {
  const text = (name: string) => {
    const value = values[name];
    return (typeof value === 'string' ? value : (value?.[0] ?? '')).trim();
  };
  const chosen = text(`to.${key}`);
  if (chosen === 'leave') return 'leave';
  if (chosen === 'new') {
    const add = text(`new.${key}`).replaceAll(/\s+/g, ' ');
    if (add === '' || add.length > CLASS_NAME_MAX) {
      return { field: `new.${key}`, error: 'Enter the new class’s name, in 80 characters or fewer' };
    }
    return classes.find((each) => each.name.toLowerCase() === add.toLowerCase())?.id ?? { add };
  }
  const id = idSchema<'class'>().safeParse(chosen);
  const own = classes.find((each) => id.success && each.id === id.data);
  return own?.id ?? { field: `to.${key}`, error: 'Choose where these children go' };
}
