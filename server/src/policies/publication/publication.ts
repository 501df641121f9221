import type { PolicyDocument } from '@handbell/policy';
import { z } from 'zod';

/** Another policy of the school, under the school's own name, and where it can be read. */
export interface LinkedAddress {
  readonly name: string;
  readonly address: string;
}

/** How a school shows its policy to the world. */
export interface PublicationSettings {
  /** Whether search engines may list the policy's page. */
  readonly listed: boolean;
  /** The sites that may show the policy in a frame, as origins. */
  readonly embedSites: readonly string[];
  readonly linked: readonly LinkedAddress[];
}

/** What holds until a school says otherwise: to be found (S63), and in nobody's frame. */
export const USUAL_PUBLICATION: PublicationSettings = { listed: true, embedSites: [], linked: [] };

/** Addresses as they are stored. */
export const linkedSchema: z.ZodType<readonly LinkedAddress[]> = z.array(
  z.object({ name: z.string(), address: z.string() }),
);

/** The most sites that may frame the policy. */
export const MOST_SITES = 10;

/**
 * The origin that a site's address means, as a browser compares it: "www.school.example.org/news" is
 * "https://www.school.example.org".
 * @returns undefined when it is no address of a site
 */
export function siteOrigin(typed: string): string | undefined {
  const whole = /^[a-z][a-z\d+.-]*:\/\//iu.test(typed) ? typed : `https://${typed}`;
  if (!URL.canParse(whole)) return undefined;
  const { protocol, origin, hostname, username } = new URL(whole);
  const local = hostname === 'localhost';
  if (username !== '' || !/^[a-z\d.-]+$/u.test(hostname) || !(local || hostname.includes('.')))
    return undefined;
  return protocol === 'https:' || protocol === 'http:' ? origin : undefined;
}

/** An address on the web, whole; undefined when it is none. */
export function webAddress(typed: string): string | undefined {
  const origin = siteOrigin(typed);
  if (origin === undefined) return undefined;
  return new URL(/^[a-z]+:\/\//iu.test(typed) ? typed : `https://${typed}`).href;
}

/** Two names of a policy that differ only in case or spaces are one. */
const plain = (name: string) => name.trim().toLowerCase().replaceAll(/\s+/gu, ' ');

/**
 * The other policies to show beside a document: those it names, in its order, then those the school added; each with
 * its address where there is one.
 */
export function linkedPolicies(
  { linkedPolicies: named }: Pick<PolicyDocument, 'linkedPolicies'>,
  { linked }: Pick<PublicationSettings, 'linked'>,
): readonly { readonly name: string; readonly address: string | undefined }[] {
  const names = [...named.map(({ name }) => name), ...linked.map(({ name }) => name)];
  const once = names.filter((name, at) => names.findIndex((other) => plain(other) === plain(name)) === at);
  return once.map((name) => ({
    name,
    address: linked.find((each) => plain(each.name) === plain(name))?.address,
  }));
}
