import { describe, expect, it } from 'vitest';
import { type ColourName, contrastPairs, dark, light, type Scheme } from './palette.ts';

// Relative luminance and contrast as WCAG 2.2 defines them.
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

const schemes: readonly (readonly [string, Scheme])[] = [
  ['light', light],
  ['dark', dark],
];

describe('the palette', () => {
  it('measures contrast as WCAG does', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  });

  it.each(schemes)('has enough contrast in every pair of the %s scheme', (_name, scheme) => {
    const tooWeak = contrastPairs
      .map((pair) => ({ ...pair, measured: contrast(scheme[pair.colour], scheme[pair.on]) }))
      .filter(({ measured, least }) => measured < least)
      .map(({ colour, on, measured }) => `${colour} on ${on}: ${measured.toFixed(2)}`);
    expect(tooWeak).toEqual([]);
  });

  it.each(schemes)('writes every colour of the %s scheme as six digits', (_name, scheme) => {
    expect(Object.values(scheme).filter((value) => !/^#[0-9a-f]{6}$/.test(value))).toEqual([]);
  });

  it('pairs every colour that carries text or a shape with a ground', () => {
    const names = Object.keys(light).filter((name): name is ColourName => name in light);
    const paired = new Set(contrastPairs.flatMap(({ on, colour }) => [on, colour]));
    // A rule only divides and an edge only shades: nothing is lost when they are not seen.
    expect(names.filter((name) => !paired.has(name))).toEqual(['rule', 'button-edge']);
  });
});
