import type { Settings } from './pipeline.ts';

/** The settings of the model in the package, chosen by cross-validation over the given files. */
export const SETTINGS: Settings = {
  wideRounds: 4,
  hidden: 9,
  contextRounds: 6,
  contextRate: 0.002,
  groups: 5,
  seed: 1,
};
