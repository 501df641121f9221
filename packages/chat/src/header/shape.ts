/**
 * Bits of a header's shape. Two headers of one export have the same shape, whatever their numbers. Constants of their
 * own, since a bundler writes them as numbers.
 */
export const bracket = 1;
export const colon = 2;
export const timeFirst = 4;
export const yearFirst = 8;
export const noYear = 16;
export const named = 32;
export const fourDigits = 64;
export const comma = 128;
export const dotTime = 256;
export const seconds = 512;
export const half = 1024;
export const dots = 2048;
export const dashes = 4096;
export const era = 8192;

/** One more than the largest shape. */
export const SHAPES = 16384;
