import type { Settings } from './pipeline.ts';

/** The settings of the model in the package, chosen by cross-validation over the given files. */
export const SETTINGS: Settings = {
  deep: { width: 48, filters: 64, rounds: 7, batch: 24, rate: 0.002, hide: 0.3, hideWords: 0.05 },
  wideRounds: 5,
  hidden: 24,
  contextRounds: 12,
  contextRate: 0.002,
  folds: 3,
  seed: 1,
};
