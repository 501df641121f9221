import { gist } from '../text/spans.ts';

const EXCEPTION =
  /(?:\b(?:except|unless|other than|apart from|excluding|save (?:for|where|in)|with the exception of|the only exception|heblaw|oni bai|ac eithrio)\b|\bexceptions?:)(?:(?!, (?:and|but|or) (?:all|never|no|please|do|at|on)\b)[^.;()]){2,200}|\b[^().;,]{3,40} (?:excepted|aside)\b/giu;

/** The limits that a clause sets to itself, verbatim and in order: "except in an emergency", "unless its parents agree". */
export function exceptionsOf(text: string): readonly string[] {
  return [...gist(text).matchAll(EXCEPTION)].map(([found]) => found.replace(/[\s,:–-]+$/u, ''));
}
