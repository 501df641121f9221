import { type ModelData, OUTPUTS } from './model.ts';

/** The bytes given are not a model file, or one of another kind. */
export class ModelFileError extends Error {
  override readonly name = 'ModelFileError';
}

const MAGIC = 'HBC1';
/** Tables of many numbers are kept as bytes with one scale a column; small ones as they are. */
const PACKED = {
  wordWeights: OUTPUTS,
  pairWeights: OUTPUTS,
  vectors: 'width',
  patterns: 'filters',
} as const;
const PLAIN = [
  'signalWeights',
  'wideBias',
  'patternBias',
  'patternWeights',
  'patternSignals',
  'deepBias',
  'contextIn',
  'contextBias',
  'contextOut',
  'contextDirect',
  'outBias',
  'calibration',
  'thresholds',
] as const;
type PackedName = keyof typeof PACKED;
const PACKED_NAMES = [
  'wordWeights',
  'pairWeights',
  'vectors',
  'patterns',
] as const satisfies readonly PackedName[];

interface Header {
  readonly width: number;
  readonly filters: number;
  readonly hidden: number;
  readonly lengths: Readonly<Record<string, number>>;
}

function columns(name: PackedName, header: { width: number; filters: number }): number {
  const size = PACKED[name];
  return typeof size === 'number' ? size : header[size];
}

/** Writes a model as bytes. The same model always gives the same bytes. */
export function encodeModel(model: ModelData): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder();
  const parts: Uint8Array[] = [];
  const lengths: Record<string, number> = {};
  const put = (name: string, bytes: Uint8Array): void => {
    lengths[name] = bytes.length;
    parts.push(bytes);
  };
  for (const name of ['words', 'names', 'masked'] as const)
    put(name, text.encode(model.lexicon[name].join('\n')));
  const keys = new DataView(new ArrayBuffer(model.pairKeys.length * 4));
  model.pairKeys.forEach((key, at) => {
    keys.setUint32(at * 4, key, true);
  });
  put('pairKeys', new Uint8Array(keys.buffer));
  for (const name of PACKED_NAMES) {
    const { bytes, scales } = pack(model[name], columns(name, model));
    put(name, bytes);
    put(`${name}Scales`, floats(scales));
  }
  for (const name of PLAIN) put(name, floats(model[name]));
  const { width, filters, hidden } = model;
  const header = text.encode(JSON.stringify({ width, filters, hidden, lengths } satisfies Header));
  const total = parts.reduce((sum, part) => sum + part.length, 8 + header.length);
  const file = new Uint8Array(total);
  file.set(text.encode(MAGIC));
  new DataView(file.buffer).setUint32(4, header.length, true);
  file.set(header, 8);
  let at = 8 + header.length;
  for (const part of parts) {
    file.set(part, at);
    at += part.length;
  }
  return file;
}

function floats(values: Float32Array): Uint8Array {
  const view = new DataView(new ArrayBuffer(values.length * 4));
  values.forEach((value, at) => {
    view.setFloat32(at * 4, value, true);
  });
  return new Uint8Array(view.buffer);
}

function pack(values: Float32Array, width: number): { bytes: Uint8Array; scales: Float32Array } {
  const scales = new Float32Array(width);
  values.forEach((value, at) => {
    scales[at % width] = Math.max(scales[at % width] ?? 0, Math.abs(value) / 127);
  });
  const bytes = Uint8Array.from(values, (value, at) => {
    const scale = scales[at % width] ?? 0;
    return scale === 0 ? 128 : Math.round(value / scale) + 128;
  });
  return { bytes, scales };
}

/** Reads the parts of a file one after the other. */
class Reader {
  private at: number;
  private readonly bytes: Uint8Array;
  private readonly header: Header;

  constructor(bytes: Uint8Array, header: Header, from: number) {
    this.bytes = bytes;
    this.header = header;
    this.at = from;
  }

  part(name: string): Uint8Array {
    const length = this.header.lengths[name];
    if (length === undefined || this.at + length > this.bytes.length) {
      throw new ModelFileError(`The model file is cut short: "${name}" is missing. Fetch it again.`);
    }
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  list(name: string): string[] {
    const text = new TextDecoder().decode(this.part(name));
    return text === '' ? [] : text.split('\n');
  }

  floats(name: string): Float32Array {
    const part = this.part(name);
    const view = new DataView(part.buffer, part.byteOffset, part.length);
    return Float32Array.from({ length: part.length >> 2 }, (_, at) => view.getFloat32(at * 4, true));
  }

  keys(name: string): Uint32Array {
    const part = this.part(name);
    const view = new DataView(part.buffer, part.byteOffset, part.length);
    return Uint32Array.from({ length: part.length >> 2 }, (_, at) => view.getUint32(at * 4, true));
  }

  packed(name: PackedName): Float32Array {
    const part = this.part(name);
    const scales = this.floats(`${name}Scales`);
    const width = columns(name, this.header);
    return Float32Array.from(part, (byte, at) => (byte - 128) * (scales[at % width] ?? 0));
  }
}

function readHeader(bytes: Uint8Array): { header: Header; from: number } {
  const magic = new TextDecoder().decode(bytes.subarray(0, 4));
  if (magic !== MAGIC || bytes.length < 8)
    throw new ModelFileError('These bytes are not a Handbell conduct model.');
  const from = 8 + new DataView(bytes.buffer, bytes.byteOffset, bytes.length).getUint32(4, true);
  if (from > bytes.length)
    throw new ModelFileError('The model file is cut short in its first lines. Fetch it again.');
  const header: Header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, from)));
  return { header, from };
}

/**
 * Reads a model from the bytes of its file.
 * @throws ModelFileError when the bytes are something else or are cut short
 */
export function decodeModel(bytes: Uint8Array): ModelData {
  const { header, from } = readHeader(bytes);
  const reader = new Reader(bytes, header, from);
  const lexicon = { words: reader.list('words'), names: reader.list('names'), masked: reader.list('masked') };
  const { width, filters, hidden } = header;
  const pairKeys = reader.keys('pairKeys');
  return {
    lexicon,
    width,
    filters,
    hidden,
    pairKeys,
    wordWeights: reader.packed('wordWeights'),
    pairWeights: reader.packed('pairWeights'),
    vectors: reader.packed('vectors'),
    patterns: reader.packed('patterns'),
    signalWeights: reader.floats('signalWeights'),
    wideBias: reader.floats('wideBias'),
    patternBias: reader.floats('patternBias'),
    patternWeights: reader.floats('patternWeights'),
    patternSignals: reader.floats('patternSignals'),
    deepBias: reader.floats('deepBias'),
    contextIn: reader.floats('contextIn'),
    contextBias: reader.floats('contextBias'),
    contextOut: reader.floats('contextOut'),
    contextDirect: reader.floats('contextDirect'),
    outBias: reader.floats('outBias'),
    calibration: reader.floats('calibration'),
    thresholds: reader.floats('thresholds'),
  };
}
