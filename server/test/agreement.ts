import type { Visitor } from './handbell.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

/** The hidden fields of a page's last form that posts to an address. */
export function hiddenFields(html: string, action: string): Readonly<Record<string, string>> {
  const form = html.slice(html.lastIndexOf(`action="${action}"`)).split('</form>')[0] ?? '';
  const fields = [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  const read = (value: string) =>
    value.replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity);
  return Object.fromEntries(fields.map((match) => [match[1] ?? '', read(match[2] ?? '')]));
}

/** What a parent types who agrees. */
export interface Typed {
  readonly name: string;
  readonly childClass?: string;
  readonly relationship?: string;
}

/**
 * Goes through the form up to its last page.
 * @param home the school's page ("/s/oakfield")
 * @returns the hidden fields of the last page's form, with its token
 */
export async function toTheCheck(
  visitor: Visitor,
  home: string,
  typed: Typed,
): Promise<Readonly<Record<string, string>>> {
  const base = `${home}/agree`;
  const first = await visitor.get(`${base}/name`);
  await visitor.post(`${base}/name`, { ...hiddenFields(first.text, `${base}/name`), name: typed.name });
  const second = await visitor.get(`${base}/about`);
  await visitor.post(`${base}/about`, {
    ...hiddenFields(second.text, `${base}/about`),
    childClass: typed.childClass ?? '',
    relationship: typed.relationship ?? '',
  });
  return hiddenFields((await visitor.get(`${base}/check`)).text, `${base}/check`);
}

/** Agrees, as a parent would; gives the receipt code and the page that shows it. */
export async function agree(
  visitor: Visitor,
  home: string,
  typed: Typed,
): Promise<{ readonly code: string; readonly text: string }> {
  const fields = await toTheCheck(visitor, home, typed);
  const answer = await visitor.post(`${home}/agree/check`, { ...fields, agree: 'yes' });
  if (answer.status !== 303) throw new Error(`Not agreed: ${answer.status} ${answer.text}`);
  const { text } = await visitor.get(answer.location);
  return { code: codeOn(text), text };
}

/** The receipt code on a page. */
export function codeOn(html: string): string {
  return (
    /<strong class="hb-code">([^<]+)</.exec(html)?.[1] ??
    /<code class="hb-code">([^<]+)</.exec(html)?.[1] ??
    ''
  );
}
