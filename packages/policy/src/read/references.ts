import type { DraftSection } from './sections.ts';

const DOTTED = /^\d{1,2}(?:\.\d{1,2})+$/u;
const NUMBER = /^\(?(\d{1,2})[.)]?$/u;
const LETTER = /^\(?(\p{L}{1,5})[.)]$/u;

/** How a reader would cite an item by the school's own marks: "2.1", "2.1(a)", "2.1(c)(i)"; undefined where it has none. */
export function ownReference(path: readonly (string | undefined)[], section: string): string | undefined {
  let reference: string | undefined;
  for (const mark of path) {
    if (mark === undefined) return undefined;
    const bare = mark.replace(/\.$/u, '');
    const number = NUMBER.exec(mark)?.[1];
    const letter = LETTER.exec(mark)?.[1];
    if (DOTTED.test(bare)) reference = bare;
    else if (number !== undefined)
      reference = reference === undefined ? `${section}.${number}` : `${reference}(${number})`;
    else if (letter !== undefined) reference = `${reference ?? section}(${letter})`;
    else return undefined;
  }
  return reference;
}

/** The numbers of a document's sections and, section by section, of its clauses. */
export interface References {
  readonly sections: readonly string[];
  readonly clauses: readonly (readonly string[])[];
}

function sectionReferences(sections: readonly DraftSection[]): readonly string[] {
  const own = sections.map(({ marker }) => NUMBER.exec(marker ?? '')?.[1]);
  const used = own.filter((one) => one !== undefined);
  if (new Set(used).size < used.length) return sections.map((_, at) => `${at + 1}`);
  const taken = new Set(used);
  let next = 1;
  return own.map((one) => {
    if (one !== undefined) return one;
    while (taken.has(`${next}`)) next++;
    taken.add(`${next}`);
    return `${next}`;
  });
}

/**
 * Numbers sections and clauses for citing: by the school's own numbers where it gives them and they are unique, and
 * otherwise "2.3", the third clause of the second section. No two clauses get the same number.
 */
export function references(sections: readonly DraftSection[]): References {
  const numbers = sectionReferences(sections);
  const taken = new Set<string>();
  const own = sections.map(({ clauses }, at) =>
    clauses.map(({ path }) => {
      const reference = ownReference(path, numbers[at] ?? '');
      if (reference === undefined || taken.has(reference)) return undefined;
      taken.add(reference);
      return reference;
    }),
  );
  const clauses = own.map((list, at) =>
    list.map((reference, index) => {
      if (reference !== undefined) return reference;
      let next = index + 1;
      while (taken.has(`${numbers[at] ?? ''}.${next}`)) next++;
      const generated = `${numbers[at] ?? ''}.${next}`;
      taken.add(generated);
      return generated;
    }),
  );
  return { sections: numbers, clauses };
}
