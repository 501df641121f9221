import { readModel } from '@handbell/conduct/node';
import { describe, expect, it } from 'vitest';
import { answerParts, onlyAdds, spoken } from '../browser/islands/conduct/answer.ts';
import { Judge, type Judged } from '../browser/islands/conduct/judge.ts';
import { latestOnly } from '../browser/islands/conduct/latest.ts';
import { mayNameAccusedTeacher } from '../browser/islands/conduct/restriction.ts';

const ABUSE = { ref: '2.1', topics: ['abuse'] };
const POLITICS = { ref: '1.2', topics: ['politics'] };
const judgeOf = (...clauses: readonly { ref: string; topics: readonly string[] }[]) =>
  new Judge(readModel(), clauses);
const INSULT = 'Mr Hanley is a useless waste of space and so is his idiot assistant';

function first(judge: Judge, text: string): Judged {
  const [judged] = judge.judge([{ text }]);
  if (!judged) throw new Error('nothing was judged');
  return judged;
}

describe('the checker of a page', () => {
  it('names the clause of the school’s own policy, by its number, with the words that led to it', () => {
    const { remarks, checked } = first(judgeOf(ABUSE), INSULT);
    expect(checked).toBe(true);
    expect(remarks.map(({ topic }) => topic)).toEqual(['abuse']);
    expect(remarks[0]?.sentence).toContain('clause 2.1');
  });

  it('never reports what the policy has no clause about', () => {
    expect(first(judgeOf(POLITICS), INSULT).remarks).toEqual([]);
    expect(first(judgeOf({ ref: '9', topics: ['something-else'] }), INSULT).remarks).toEqual([]);
  });

  it('says that it did not check a language that it does not know', () => {
    const judged = first(
      judgeOf(ABUSE, POLITICS),
      'Dzień dobry, czy ktoś wie o której jutro zaczyna się wycieczka?',
    );
    expect(judged.checked).toBe(false);
    expect(judged.otherwise).toContain('Not checked');
    expect(answerParts(judged)).toMatchObject([{ kind: 'plain' }]);
  });

  it('says so when nothing was found', () => {
    const judged = first(judgeOf(ABUSE, POLITICS), 'Is it PE tomorrow?');
    expect(answerParts(judged).map(({ kind }) => kind)).toEqual(['plain']);
    expect(spoken(answerParts(judged))).toBe(judged.otherwise);
  });
});

describe('the reporting restriction (rule 41)', () => {
  const none = { checked: true, clauses: [], severity: 'none', route: null } as const;
  it.each([
    'Mrs Lowe grabbed my son by the arm and bruised him',
    'the teacher hit one of the kids in PE today',
    'A pupil says Mr Dane touched her',
  ])('is shown for “%s”', (text) => {
    expect(mayNameAccusedTeacher(text, none)).toBe(true);
  });
  it.each([
    'Mrs Lowe is lovely, my son adores her',
    'My son was hit by another boy at the park',
    'The teacher never answers emails',
    'Is PE tomorrow?',
  ])('is not shown for “%s”', (text) => {
    expect(mayNameAccusedTeacher(text, none)).toBe(false);
  });
  it('is shown for a teacher in a safeguarding matter', () => {
    expect(mayNameAccusedTeacher('Ask Mr Dane what he does', { ...none, route: 'safeguarding' })).toBe(true);
  });
  it('is part of the answer, before the clauses', () => {
    const judged = {
      checked: true,
      remarks: [{ topic: 'abuse', sentence: 'B', quotes: [] }],
      safeguarding: 'A',
    } as const;
    const parts = answerParts({ ...judged, restriction: true, otherwise: '' });
    expect(parts.map(({ kind }) => kind)).toEqual(['safeguarding', 'restriction', 'remark']);
    expect(spoken(parts)).toContain('It may touch 1 part of the code.');
  });
});

describe('an answer while somebody types', () => {
  const remark = (topic: string) => ({ kind: 'remark', topic, sentence: topic }) as const;
  const plain = { kind: 'plain', topic: '', sentence: 'nothing' } as const;
  it('grows at once and shrinks only at a pause', () => {
    expect(onlyAdds([], [remark('a')])).toBe(true);
    expect(onlyAdds([plain], [remark('a')])).toBe(true);
    expect(onlyAdds([remark('a')], [remark('a'), remark('b')])).toBe(true);
    expect(onlyAdds([remark('a')], [plain])).toBe(false);
    expect(onlyAdds([remark('a'), remark('b')], [remark('b')])).toBe(false);
  });

  it('is of the newest words: what was typed over is not checked', async () => {
    const worked: number[] = [];
    const gates: (() => void)[] = [];
    const ask = latestOnly<number>(
      (thing) => {
        worked.push(thing);
        return new Promise((done) => gates.push(done));
      },
      () => {},
    );
    for (const thing of [1, 2, 3, 4]) ask(thing);
    expect(worked).toEqual([1]);
    gates[0]?.();
    await expect.poll(() => worked).toEqual([1, 4]);
  });

  it('goes on after something failed', async () => {
    const failures: unknown[] = [];
    const worked: number[] = [];
    const ask = latestOnly<number>(
      async (thing) => {
        if (thing === 1) throw new Error('away');
        worked.push(thing);
      },
      (error) => failures.push(error),
    );
    ask(1);
    await expect.poll(() => failures.length).toBe(1);
    ask(2);
    await expect.poll(() => worked).toEqual([2]);
  });
});
