import type { Settings } from './pipeline.ts';

/** The settings of the model in the package, chosen by cross-validation over the given files. */
export const SETTINGS: Settings = {
  wide: { rounds: 6, leftOut: 0.3 },
  readers: 3,
  lastReaders: 6,
  hidden: 64,
  contextRounds: 8,
  contextRate: 0.002,
  graveOffRoute: 0.1,
  groups: 6,
  seed: 4,
};
