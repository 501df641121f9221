import { readFileSync } from 'node:fs';
import { readPolicyText } from '@handbell/policy';
import { describe, expect, it } from 'vitest';
import { checkedClauses, subjectsOf } from './subjects.ts';

const fixture = (name: string) =>
  readFileSync(new URL(`../../../packages/policy/fixtures/${name}`, import.meta.url), 'utf8');
const church = readPolicyText(fixture('church-primary.txt'), 'Policy').document;
const infant = readPolicyText(fixture('infant-school.txt'), 'Policy').document;

describe('the subjects of a policy', () => {
  it('are those that it has clauses about, each with its own words', () => {
    const subjects = subjectsOf(church);
    expect(subjects.map(({ topic }) => topic)).toContain('politics');
    for (const { clauses, topic } of subjects) {
      expect(clauses.length).toBeGreaterThan(0);
      for (const clause of clauses) expect(clause.topics).toContain(topic);
    }
  });

  it('leave out what a policy does not speak of', () => {
    expect(subjectsOf(infant).map(({ topic }) => topic)).not.toContain('politics');
  });

  it('are none of a policy without clauses of conduct', () => {
    expect(subjectsOf({ sections: [] })).toEqual([]);
  });

  it('leave out clauses that bind somebody else than the members', () => {
    const [first, ...rest] = checkedClauses(church);
    if (!first) throw new Error('no clause');
    const section = { id: 's', ref: '1', heading: '', span: [0, 0] as const };
    const others = [{ ...first, addressee: 'staff' as const }, ...rest];
    expect(checkedClauses({ sections: [{ ...section, clauses: others }] })).toEqual(rest);
  });
});
