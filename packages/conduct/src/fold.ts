/**
 * Letters in disguise, brought back to plain ones: accents, full-width and mathematical letters, look-alikes from
 * other alphabets.
 */

const LOOKALIKES: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  с: 'c',
  ԁ: 'd',
  е: 'e',
  ё: 'e',
  г: 'r',
  һ: 'h',
  н: 'h',
  і: 'i',
  ї: 'i',
  ј: 'j',
  к: 'k',
  ӏ: 'l',
  м: 'm',
  о: 'o',
  р: 'p',
  ѕ: 's',
  т: 't',
  у: 'y',
  ԝ: 'w',
  ѡ: 'w',
  х: 'x',
  ѵ: 'v',
  и: 'n',
  п: 'n',
  ь: 'b',
  я: 'r',
  α: 'a',
  β: 'b',
  ε: 'e',
  η: 'n',
  ι: 'i',
  κ: 'k',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  σ: 'o',
  τ: 't',
  υ: 'u',
  χ: 'x',
  ω: 'w',
  γ: 'y',
  ı: 'i',
  ɩ: 'i',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ħ: 'h',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ð: 'd',
  þ: 'th',
  ɑ: 'a',
  ɡ: 'g',
  ʏ: 'y',
  ᴀ: 'a',
  ʙ: 'b',
  ᴄ: 'c',
  ᴅ: 'd',
  ᴇ: 'e',
  ꜰ: 'f',
  ɢ: 'g',
  ʜ: 'h',
  ɪ: 'i',
  ᴊ: 'j',
  ᴋ: 'k',
  ʟ: 'l',
  ᴍ: 'm',
  ɴ: 'n',
  ᴏ: 'o',
  ᴘ: 'p',
  ʀ: 'r',
  ꜱ: 's',
  ᴛ: 't',
  ᴜ: 'u',
  ᴠ: 'v',
  ᴡ: 'w',
  ᴢ: 'z',
};

/** Enclosed and regional letters that no compatibility mapping undoes, by their block's first letter. */
const ENCLOSED: readonly (readonly [first: number, last: number])[] = [
  [0x1f130, 0x1f149],
  [0x1f150, 0x1f169],
  [0x1f170, 0x1f189],
];

const memo = new Map<string, string>();

function foldUncached(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  for (const [first, last] of ENCLOSED) {
    if (point >= first && point <= last) return String.fromCharCode(97 + point - first);
  }
  const plain = character
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  let folded = '';
  for (const part of plain) folded += LOOKALIKES[part] ?? part;
  return folded;
}

/**
 * Folds one character (a whole code point) to plain lower-case letters.
 * @returns the letters it stands for; empty for an accent alone; the character itself when it is something else
 */
export function foldCharacter(character: string): string {
  const known = memo.get(character);
  if (known !== undefined) return known;
  const folded = foldUncached(character);
  if (memo.size < 4096) memo.set(character, folded);
  return folded;
}
