import type { ModelData, Packed } from './model.ts';

/** The bytes given are not a model file, or one of another kind. */
export class ModelFileError extends Error {
  override readonly name = 'ModelFileError';
}

const MAGIC = 'HBC1';
/** Tables of many numbers are kept as bytes with one scale a column; small ones as they are. */
const PACKED = ['wordWeights', 'pairWeights'] as const satisfies readonly (keyof ModelData)[];
const PLAIN = [
  'signalWeights',
  'bias',
  'contextIn',
  'contextBias',
  'contextOut',
  'contextDirect',
  'outBias',
  'calibration',
  'thresholds',
] as const;

interface Header {
  readonly hidden: number;
  readonly lengths: Readonly<Record<string, number>>;
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
  for (const name of PACKED) {
    const { codes, scales } = model[name];
    put(
      name,
      Uint8Array.from(codes, (code) => code + 128),
    );
    put(`${name}Scales`, floats(scales));
  }
  for (const name of PLAIN) put(name, floats(model[name]));
  const { hidden } = model;
  const header = text.encode(JSON.stringify({ hidden, lengths } satisfies Header));
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

  packed(name: string): Packed {
    return {
      codes: Int8Array.from(this.part(name), (byte) => byte - 128),
      scales: this.floats(`${name}Scales`),
    };
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
  const { hidden } = header;
  const pairKeys = reader.keys('pairKeys');
  return {
    lexicon,
    hidden,
    pairKeys,
    wordWeights: reader.packed('wordWeights'),
    pairWeights: reader.packed('pairWeights'),
    signalWeights: reader.floats('signalWeights'),
    bias: reader.floats('bias'),
    contextIn: reader.floats('contextIn'),
    contextBias: reader.floats('contextBias'),
    contextOut: reader.floats('contextOut'),
    contextDirect: reader.floats('contextDirect'),
    outBias: reader.floats('outBias'),
    calibration: reader.floats('calibration'),
    thresholds: reader.floats('thresholds'),
  };
}
