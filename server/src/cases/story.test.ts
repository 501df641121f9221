import { describe, expect, it } from 'vitest';
import { INSTRUMENTS, PARENT_ASKS, STAGES } from './codes.ts';
import { deedText } from './story.ts';

describe('the chronology', () => {
  it('says of each move of a ban, a plan or a meeting which it was, and how far it came', () => {
    const said = INSTRUMENTS.flatMap((instrument) =>
      STAGES.map((stage) => deedText({ act: 'track', instrument, stage })),
    );
    expect(new Set(said).size).toBe(INSTRUMENTS.length * STAGES.length);
    expect(deedText({ act: 'track', instrument: 'meeting', stage: 'begun' })).toBe(
      'A meeting was offered to the parent',
    );
  });

  it('says of each thing the parent asked which it was', () => {
    const said = PARENT_ASKS.map((what) => deedText({ act: 'parent-asked', what, words: 1 }));
    expect(new Set(said).size).toBe(PARENT_ASKS.length);
    expect(deedText({ act: 'issue' })).toBe('The outcome was issued');
  });
});
