import { type Adult, type AdultId, foldName } from '../../roster/adult.ts';
import type { Agreement } from '../rules.ts';

type OnRoll = Pick<Adult, 'id' | 'name' | 'places'>;
type Signed = Pick<Agreement, 'adult' | 'name' | 'childClass'>;

/**
 * Which agreement is whose on the roll. A personal link or the office says it; otherwise a name does that one adult only
 * has, or that one adult only has in the class that was typed. Anything less certain matches nobody: better to ask
 * somebody once too often than to count a stranger.
 * @param agreements those that stand, the newest first
 * @param className the names of classes by id
 */
export function matchAdults<A extends Signed>(
  adults: readonly OnRoll[],
  agreements: readonly A[],
  className: (id: OnRoll['places'][number]['classId']) => string,
): ReadonlyMap<AdultId, A> {
  const onRoll = new Set(adults.map(({ id }) => id));
  const byName = Map.groupBy(adults, ({ name }) => foldName(name));
  const matched = new Map<AdultId, A>();
  const keep = (id: AdultId, agreement: A) => {
    if (!matched.has(id)) matched.set(id, agreement);
  };
  for (const agreement of agreements) {
    if (agreement.adult) {
      if (onRoll.has(agreement.adult)) keep(agreement.adult, agreement);
      continue;
    }
    const same = byName.get(foldName(agreement.name)) ?? [];
    const typed = foldName(agreement.childClass ?? '');
    const there = same.filter(({ places }) =>
      places.some(({ classId }) => namesClass(typed, foldName(className(classId)))),
    );
    const [one, another] = same.length === 1 ? same : there;
    if (one && !another) keep(one.id, agreement);
  }
  return matched;
}

/** Whether what somebody typed names a class: alone, or in a list such as "2B and 4A". */
function namesClass(typed: string, name: string): boolean {
  return typed === name || typed.split(/, ?| and | & /).includes(name);
}
