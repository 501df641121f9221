import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** A font family that comes with Handbell: its npm package and the styles taken from it. */
interface Family {
  readonly name: string;
  readonly package: string;
  readonly styles: readonly string[];
}

const TEXT_STYLES = ['400Regular', '400Regular_Italic', '700Bold'];
const NAME_STYLES = ['400Regular', '700Bold'];

const script = (name: string): Family => ({
  name: `Noto Sans ${name}`,
  package: `noto-sans-${name.toLowerCase()}`,
  styles: NAME_STYLES,
});

const SANS: Family = { name: 'Noto Sans', package: 'noto-sans', styles: TEXT_STYLES };
const SERIF: Family = { name: 'Noto Serif', package: 'noto-serif', styles: TEXT_STYLES };

/** For names and quoted words in scripts that the text families lack; Noto Sans itself has Devanagari. */
const OTHERS: readonly Family[] = [
  ...['Arabic', 'Bengali', 'Gurmukhi', 'Gujarati', 'Tamil'].map(script),
  { name: 'Noto Emoji', package: 'noto-emoji', styles: ['400Regular'] },
];

/** The families a document in sans or serif type takes its letters from, first choice first. */
export const FONT_LISTS = {
  sans: [SANS, ...OTHERS].map((family) => family.name),
  serif: [SERIF, SANS, ...OTHERS].map((family) => family.name),
};

/** Reads all font files: about 7 MB. */
export function readFonts(): Buffer[] {
  const { resolve } = createRequire(import.meta.url);
  return [SANS, SERIF, ...OTHERS].flatMap(({ name, package: from, styles }) =>
    styles.map((style) => {
      const path = `@expo-google-fonts/${from}/${style}/${name.replaceAll(' ', '')}_${style}.ttf`;
      return readFileSync(resolve(path));
    }),
  );
}
