import type { Settings } from './pipeline.ts';

/** The settings of the model in the package, chosen by cross-validation over the given files. */
export const SETTINGS: Settings = {
  wideRounds: 5,
  hidden: 32,
  contextRounds: 12,
  contextRate: 0.002,
  folds: 4,
  groups: 6,
  seed: 1,
};
