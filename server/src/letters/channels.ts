/** How words reached people (S40): what a letter says of them hangs on it. */
export const CHANNELS = ['group', 'direct', 'email', 'other-online', 'in-person'] as const;
export type Channel = (typeof CHANNELS)[number];

/**
 * What the words were, as a letter says it after "about".
 * @param channel unset in cases that were opened before it was kept: those were about groups
 * @param place the group, or where else online it was; the other channels need none
 */
export function whatItWas(channel: Channel | undefined, place: string): string {
  switch (channel) {
    case 'direct':
      return 'messages sent straight to somebody';
    case 'email':
      return 'an email';
    case 'other-online':
      return `what was written on ${place}`;
    case 'in-person':
      return 'what was said face to face or on the phone';
    default:
      return `messages in ${place}`;
  }
}
