/** The characters a font has a shape for. */
export type Coverage = (character: number) => boolean;

/** Reads which characters a TrueType font covers: its `cmap` table, formats 4 and 12 (OpenType 1.9.1). */
export function readCoverage(font: Buffer): Coverage {
  const covered = new Set<number>();
  for (const at of cmapTables(font)) {
    const format = font.readUInt16BE(at);
    if (format === 4) format4(font, at, covered);
    if (format === 12) format12(font, at, covered);
  }
  return (character) => covered.has(character);
}

/** Where the subtables for Unicode begin. */
function cmapTables(font: Buffer): number[] {
  const tables = font.readUInt16BE(4);
  for (let index = 0; index < tables; index += 1) {
    const record = 12 + index * 16;
    if (font.toString('latin1', record, record + 4) !== 'cmap') continue;
    const cmap = font.readUInt32BE(record + 8);
    const count = font.readUInt16BE(cmap + 2);
    return Array.from({ length: count }, (_each, at) => cmap + font.readUInt32BE(cmap + 8 + at * 8));
  }
  return [];
}

/** Groups of characters with consecutive shapes. */
function format12(font: Buffer, at: number, covered: Set<number>): void {
  const groups = font.readUInt32BE(at + 12);
  for (let group = at + 16; group < at + 16 + groups * 12; group += 12) {
    const last = font.readUInt32BE(group + 4);
    for (let character = font.readUInt32BE(group); character <= last; character += 1) covered.add(character);
  }
}

/** Segments of characters, whose shapes are counted from a start or looked up in an array behind them. */
function format4(font: Buffer, at: number, covered: Set<number>): void {
  const doubled = font.readUInt16BE(at + 6);
  for (let offset = 0; offset < doubled; offset += 2) {
    const last = font.readUInt16BE(at + 14 + offset);
    const first = font.readUInt16BE(at + 16 + doubled + offset);
    const delta = font.readUInt16BE(at + 16 + doubled * 2 + offset);
    const lookUp = at + 16 + doubled * 3 + offset;
    const range = font.readUInt16BE(lookUp);
    for (let character = first; character <= last && character < 0xffff; character += 1) {
      const found = range === 0 ? character : font.readUInt16BE(lookUp + range + (character - first) * 2);
      // Shape 0 means "no shape".
      if (found !== 0 && (found + delta) % 0x10000 !== 0) covered.add(character);
    }
  }
}
