import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxBetween, boxOfPercents, fitInto, inWhole } from '../browser/islands/screenshot/boxes.ts';

const size = { width: 1080, height: 2400 };
const anywhere = fc.record({
  x: fc.integer({ min: -3000, max: 5000 }),
  y: fc.integer({ min: -3000, max: 5000 }),
});

describe('a box on a screenshot', () => {
  it('lies within the picture, whichever way it was drawn', () => {
    fc.assert(
      fc.property(anywhere, anywhere, (one, other) => {
        const box = boxBetween(one, other, size);
        expect(boxBetween(other, one, size)).toEqual(box);
        if (!box) return;
        expect(Math.min(box.left, box.top)).toBeGreaterThanOrEqual(0);
        expect(box.left + box.width).toBeLessThanOrEqual(size.width);
        expect(box.top + box.height).toBeLessThanOrEqual(size.height);
      }),
    );
  });

  it('is none when it was a slip', () => {
    expect(boxBetween({ x: 5, y: 5 }, { x: 7, y: 900 }, size)).toBeUndefined();
  });

  it('can be typed in hundredths', () => {
    const typed = { left: 50, top: 25, width: 25, height: 10 };
    expect(boxOfPercents(typed, size)).toEqual({ left: 540, top: 600, width: 270, height: 240 });
    expect(boxOfPercents({ ...typed, width: Number.NaN }, size)).toBeUndefined();
    expect(boxOfPercents({ ...typed, width: 900 }, size)?.width).toBe(540);
  });

  it('on a part that was cut out stands where it was drawn in the whole', () => {
    const box = { left: 1, top: 2, width: 30, height: 40 };
    expect(inWhole(box, { left: 100, top: 200, width: 500, height: 500 })).toEqual({
      left: 101,
      top: 202,
      width: 30,
      height: 40,
    });
  });
});

describe('what is sent', () => {
  it('keeps its shape and is never enlarged', () => {
    expect(fitInto(size, 1200)).toEqual({ width: 540, height: 1200 });
    expect(fitInto({ width: 300, height: 2 }, 1200)).toEqual({ width: 300, height: 2 });
  });
});
