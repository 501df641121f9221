// Codes of the characters that headers and bodies are told by.
export const NEWLINE = 10;
export const RETURN = 13;
export const SPACE = 32;
export const ROUND_OPEN = 40;
export const ROUND_CLOSE = 41;
export const COMMA = 44;
export const DASH = 45;
export const DOT = 46;
export const SLASH = 47;
export const ZERO = 48;
export const COLON = 58;
export const LESS = 60;
export const EQUALS = 61;
export const GREATER = 62;
export const SQUARE_OPEN = 91;
export const SQUARE_CLOSE = 93;
/** The first code that takes more than one byte in UTF-8. */
export const BEYOND_ASCII = 128;
/** The byte order mark. */
export const BOM = 0xfeff;
