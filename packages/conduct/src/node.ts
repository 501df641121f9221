/// <reference types="node" />
import { readFileSync } from 'node:fs';
import { loadModel, type Model } from './check.ts';

/** Where the model file of this package lies. */
export const MODEL_FILE: URL = new URL('../model/conduct.hbc', import.meta.url);

/** Reads the model of this package from its file; the same one every time. */
export function readModel(): Model {
  kept ??= loadModel(readFileSync(MODEL_FILE));
  return kept;
}

let kept: Model | undefined;
