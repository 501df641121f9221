/**
 * A text as a person can read it: line ends as one kind, and none of the signs that are not seen but change what is
 * (control signs, overrides of the writing direction, which make "gpj.exe" look like "exe.jpg").
 */
export function plainText(text: string): string {
  return (
    text
      .replaceAll(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
      .replaceAll(/\n{4,}/g, '\n\n\n')
      .trim()
  );
}
