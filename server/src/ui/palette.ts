/**
 * Every colour Handbell shows, in its light and its dark scheme. The style sheets are built from this table, the
 * contrast of each pair in `contrastPairs` is tested, and no colour is written anywhere else.
 */

/** A colour scheme: the name of a colour to its value. */
export type Scheme = Readonly<Record<ColourName, string>>;

export const light = {
  paper: '#fbfaf7',
  surface: '#ffffff',
  shade: '#f3efe6',
  ink: '#17252a',
  muted: '#51616a',
  rule: '#dcd6c8',
  line: '#76868c',
  heading: '#0f4c45',
  banner: '#0f4c45',
  'banner-text': '#ffffff',
  'banner-quiet': '#d5e6e1',
  button: '#0f4c45',
  'button-hover': '#0a3933',
  'button-edge': '#062722',
  'button-text': '#ffffff',
  danger: '#a8201a',
  'danger-hover': '#831812',
  'danger-text': '#ffffff',
  brass: '#8a5a00',
  'brass-bright': '#f0c766',
  'brass-tint': '#f6e7c1',
  'brass-text': '#5c3c00',
  link: '#0b5c8a',
  'link-hover': '#083f5f',
  visited: '#5b3f8c',
  error: '#a8201a',
  'error-tint': '#fbe9e6',
  'error-text': '#7d1510',
  'pine-tint': '#deece8',
  'pine-text': '#0b3d37',
  'sky-tint': '#dfecf4',
  'sky-text': '#0a4468',
  focus: '#ffd24a',
  'focus-text': '#17252a',
} as const;

/** The name of one colour of the palette. */
export type ColourName = keyof typeof light;

export const dark: Scheme = {
  paper: '#12191b',
  surface: '#172022',
  shade: '#1b2628',
  ink: '#e9eeec',
  muted: '#aab8bb',
  rule: '#37464a',
  line: '#8a9a9f',
  heading: '#b3ddd2',
  banner: '#0c3a34',
  'banner-text': '#ffffff',
  'banner-quiet': '#c3dad4',
  button: '#238071',
  'button-hover': '#1b695d',
  'button-edge': '#0d3f38',
  'button-text': '#ffffff',
  danger: '#cc4238',
  'danger-hover': '#a9322a',
  'danger-text': '#ffffff',
  brass: '#e3b862',
  'brass-bright': '#f0c766',
  'brass-tint': '#3b2f14',
  'brass-text': '#f3dfb0',
  link: '#8fcaec',
  'link-hover': '#c3e3f5',
  visited: '#cab6f0',
  error: '#ffa59b',
  'error-tint': '#42201d',
  'error-text': '#ffcbc5',
  'pine-tint': '#1b3d38',
  'pine-text': '#c9e8e0',
  'sky-tint': '#1c3646',
  'sky-text': '#c8e4f6',
  focus: '#ffd24a',
  'focus-text': '#17252a',
};

/** A foreground colour, the ground it stands on, and the least contrast WCAG 2.2 asks of the pair. */
export interface ContrastPair {
  readonly on: ColourName;
  readonly colour: ColourName;
  readonly least: number;
}

const text = 4.5;
const shape = 3;

function pairs(least: number, on: readonly ColourName[], colours: readonly ColourName[]): ContrastPair[] {
  return on.flatMap((ground) => colours.map((colour) => ({ on: ground, colour, least })));
}

/** Every pair the style sheets put together: text at 4.5 to 1 (WCAG 1.4.3), shapes and edges at 3 to 1 (1.4.11). */
export const contrastPairs: readonly ContrastPair[] = [
  ...pairs(
    text,
    ['paper', 'surface', 'shade'],
    ['ink', 'muted', 'heading', 'brass', 'link', 'link-hover', 'visited', 'error'],
  ),
  ...pairs(text, ['banner'], ['banner-text', 'banner-quiet', 'brass-bright']),
  ...pairs(text, ['button', 'button-hover'], ['button-text']),
  ...pairs(text, ['danger', 'danger-hover'], ['danger-text']),
  ...pairs(text, ['brass-tint'], ['ink', 'brass-text', 'link', 'visited', 'link-hover']),
  ...pairs(text, ['error-tint'], ['ink', 'error-text', 'error']),
  ...pairs(text, ['pine-tint'], ['ink', 'pine-text', 'link', 'visited', 'link-hover']),
  ...pairs(text, ['sky-tint'], ['ink', 'sky-text']),
  ...pairs(text, ['focus'], ['focus-text']),
  ...pairs(shape, ['paper', 'surface', 'shade'], ['line', 'button', 'danger']),
  ...pairs(shape, ['banner', 'button', 'danger'], ['focus']),
];
