import { describe, expect, it } from 'vitest';
import { ANSWER_ACTS, ANSWER_STATES, AnswerStepRefused, answerAfter, firstState } from './rules.ts';

describe('an answer other than yes', () => {
  it('is noted when it is no, and waits when it is a wish to talk', () => {
    expect(firstState('declined')).toBe('noted');
    expect(firstState('talk')).toBe('waiting');
  });

  it('goes only the ways there are', () => {
    const ways = ANSWER_STATES.flatMap((state) =>
      ANSWER_ACTS.map((act) => {
        try {
          return `${state} ${act}: ${answerAfter(state, act)}`;
        } catch (error) {
          expect(error).toBeInstanceOf(AnswerStepRefused);
          return `${state} ${act}: -`;
        }
      }),
    );
    expect(ways).toEqual([
      'noted take: -',
      'noted end: -',
      'waiting take: taken',
      'waiting end: -',
      'taken take: taken',
      'taken end: ended',
      'ended take: -',
      'ended end: -',
    ]);
  });
});
