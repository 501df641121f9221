import { Random } from './random.ts';

const WINDOW = 5;
const OTHERS = 5;

/** How often words turn up, and a table to draw other words from by that. */
function drawTable(counts: Float64Array): Int32Array {
  const table = new Int32Array(1 << 20);
  let total = 0;
  for (const count of counts) total += count ** 0.75;
  let place = 0;
  let sum = 0;
  counts.forEach((count, word) => {
    sum += count ** 0.75 / total;
    while (place < table.length && place / table.length < sum) table[place++] = word;
  });
  return table;
}

/**
 * Learns a description of every word from the company it keeps (skip-gram with negative sampling).
 * @param texts rows of words, one list a message
 * @returns [words x width], each description of length 1 about their mean
 */
export function learnVectors(
  texts: readonly Int32Array[],
  words: number,
  width: number,
  rounds: number,
  seed: number,
): Float32Array {
  const random = new Random(seed);
  const counts = new Float64Array(words);
  let total = 0;
  for (const text of texts) {
    for (const word of text) counts[word] = (counts[word] ?? 0) + 1;
    total += text.length;
  }
  const table = drawTable(counts);
  const keep = Float32Array.from(counts, (count) =>
    count > 0 ? Math.min(1, Math.sqrt((1e-4 * total) / count)) : 1,
  );
  const inward = Float32Array.from({ length: words * width }, () => (random.next() - 0.5) / width);
  const outward = new Float32Array(words * width);
  const step = new Float32Array(width);
  const order = texts.map((_, at) => at);
  let done = 0;
  for (let round = 0; round < rounds; round++) {
    for (const at of random.shuffle(order)) {
      const rate = 0.05 * Math.max(0.02, 1 - done++ / (rounds * texts.length));
      const text = (texts[at] ?? new Int32Array()).filter((word) => random.next() < (keep[word] ?? 1));
      for (let i = 0; i < text.length; i++) {
        const reach = 1 + random.below(WINDOW);
        const centre = text[i] ?? 0;
        for (let j = Math.max(0, i - reach); j <= Math.min(text.length - 1, i + reach); j++) {
          if (j !== i) learnPair(inward, outward, (text[j] ?? 0) * width, centre, step, rate, table, random);
        }
      }
    }
  }
  return centred(inward, words, width);
}

function learnPair(
  inward: Float32Array,
  outward: Float32Array,
  from: number,
  centre: number,
  step: Float32Array,
  rate: number,
  table: Int32Array,
  random: Random,
): void {
  const width = step.length;
  step.fill(0);
  for (let n = 0; n <= OTHERS; n++) {
    const word = n === 0 ? centre : (table[random.below(table.length)] ?? 0);
    if (n > 0 && word === centre) continue;
    const to = word * width;
    let dot = 0;
    for (let k = 0; k < width; k++) dot += (inward[from + k] ?? 0) * (outward[to + k] ?? 0);
    const slope = ((n === 0 ? 1 : 0) - 1 / (1 + Math.exp(-dot))) * rate;
    for (let k = 0; k < width; k++) {
      step[k] = (step[k] ?? 0) + slope * (outward[to + k] ?? 0);
      outward[to + k] = (outward[to + k] ?? 0) + slope * (inward[from + k] ?? 0);
    }
  }
  for (let k = 0; k < width; k++) inward[from + k] = (inward[from + k] ?? 0) + (step[k] ?? 0);
}

/** Brings every description to length 1 and takes the mean of all away. */
function centred(vectors: Float32Array, words: number, width: number): Float32Array {
  const mean = new Float64Array(width);
  for (let word = 0; word < words; word++) {
    let square = 0;
    for (let k = 0; k < width; k++) square += (vectors[word * width + k] ?? 0) ** 2;
    const length = Math.sqrt(square) + 1e-9;
    for (let k = 0; k < width; k++) {
      const value = (vectors[word * width + k] ?? 0) / length;
      vectors[word * width + k] = value;
      mean[k] = (mean[k] ?? 0) + value / words;
    }
  }
  for (let i = 0; i < vectors.length; i++) vectors[i] = (vectors[i] ?? 0) - (mean[i % width] ?? 0);
  return vectors;
}

/**
 * Gathers words of like company into families (k-means).
 * @returns for every word the number of its family
 */
export function gatherFamilies(
  vectors: Float32Array,
  width: number,
  families: number,
  rounds: number,
  seed: number,
): Int32Array {
  const random = new Random(seed);
  const words = vectors.length / width;
  const centres = new Float32Array(families * width);
  for (let family = 0; family < families; family++) {
    const from = random.below(words) * width;
    centres.set(vectors.subarray(from, from + width), family * width);
  }
  const member = new Int32Array(words);
  for (let round = 0; round < rounds; round++) {
    for (let word = 0; word < words; word++) {
      let best = -Infinity;
      for (let family = 0; family < families; family++) {
        let dot = 0;
        for (let k = 0; k < width; k++)
          dot += (vectors[word * width + k] ?? 0) * (centres[family * width + k] ?? 0);
        if (dot > best) {
          best = dot;
          member[word] = family;
        }
      }
    }
    centres.fill(0);
    member.forEach((family, word) => {
      for (let k = 0; k < width; k++)
        centres[family * width + k] = (centres[family * width + k] ?? 0) + (vectors[word * width + k] ?? 0);
    });
    for (let family = 0; family < families; family++) {
      let square = 0;
      for (let k = 0; k < width; k++) square += (centres[family * width + k] ?? 0) ** 2;
      const length = Math.sqrt(square) + 1e-9;
      for (let k = 0; k < width; k++)
        centres[family * width + k] = (centres[family * width + k] ?? 0) / length;
    }
  }
  return member;
}
