import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { StoryClock } from './clock.ts';

const noon = Temporal.Instant.from('2026-11-20T12:00:00Z');

it('moves on and never back', () => {
  const clock = new StoryClock(noon);
  clock.pass({ minutes: 2 });
  expect(clock.now().toString()).toBe('2026-11-20T12:02:00Z');
  clock.moveTo(noon);
  expect(clock.now().toString()).toBe('2026-11-20T12:02:00Z');
  clock.moveTo(noon.add({ hours: 1 }));
  expect(clock.now().toString()).toBe('2026-11-20T13:00:00Z');
});
