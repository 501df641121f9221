import { describe, expect, test } from 'vitest';
import { explain } from './explain.ts';

const base = { checked: true, severity: 'low', route: null } as const;

describe('explain', () => {
  test('names the clause of the school, the words that led to it, and the better way', () => {
    const text = 'Callum bit mine again';
    const result = { ...base, clauses: [{ clause: 'child', score: 0.9, spans: [[0, 10]] }] } as const;
    expect(explain(result, [{ ref: '2.1', topics: ['child'] }], text)).toEqual([
      'This very likely talks about a particular child (clause 2.1). What led to this: “Callum bit”. Better told to the class teacher, in private.',
    ]);
  });

  test('says when it was the messages around it, and puts the likeliest first', () => {
    const result = {
      ...base,
      clauses: [
        { clause: 'anger', score: 0.4, spans: [[0, 4]] },
        { clause: 'grievance', score: 0.6, spans: [] },
      ],
    } as const;
    const sentences = explain(result, [
      { ref: '2', topics: ['grievance'] },
      { ref: '5', topics: ['grievance', 'abuse'] },
    ]);
    expect(sentences[0]).toBe(
      'This likely complains about a member of staff, a parent or a child (clauses 2 and 5). Read together with the messages around it. Tell the class teacher or the school office instead: they can put it right.',
    );
    expect(sentences[1]).toMatch(/^This possibly sounds angry/);
  });

  test('safeguarding comes first', () => {
    const sentences = explain({ ...base, route: 'safeguarding', clauses: [] }, []);
    expect(sentences).toHaveLength(1);
    expect(sentences[0]).toContain('safeguarding lead now');
  });

  test('says so when nothing was found and when nothing was checked', () => {
    expect(explain({ ...base, severity: 'none', clauses: [] }, [])[0]).toMatch(/^Nothing in this message/);
    expect(explain({ ...base, checked: false, clauses: [] }, [])[0]).toMatch(/^Not checked/);
  });
});
