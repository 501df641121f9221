/** Text as it stands between the quotes of an HTML attribute. */
function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

/**
 * What a school pastes into its own site to show its policy there.
 * @param address the school's own page, whole
 */
export function embedSnippet(address: string, schoolName: string): string {
  const title = attribute(`Policy for class, year and PTA WhatsApp groups of ${schoolName}`);
  return `<iframe src="${attribute(address)}/embed" title="${title}" width="100%" height="480" loading="lazy"></iframe>`;
}
