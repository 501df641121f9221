import { schoolHref } from '../edge/frames.tsx';
import type { School } from '../schools/store.ts';
import { type Assets, asset } from '../ui/index.ts';
import { light } from '../ui/palette.ts';
import { moderatorsHref } from './moderator-frame.ts';

/**
 * The web app manifest of a school's moderators: how the pages look on a home screen, and that a chat may be shared to
 * them. The share is a POST that the service worker answers on the phone.
 */
export function webManifest(school: School, address: Assets = asset): object {
  const start = moderatorsHref(school);
  const png = (name: string, sizes: string, purpose: string) => ({
    src: address(name),
    sizes,
    type: 'image/png',
    purpose,
  });
  return {
    id: start,
    name: `${school.name}: moderators`,
    short_name: 'Moderators',
    description: 'For volunteers who look after a class group. The school sees nothing of it.',
    lang: 'en-GB',
    start_url: start,
    scope: schoolHref(school),
    display: 'standalone',
    background_color: light.paper,
    theme_color: light.banner,
    icons: [
      png('handbell-192.png', '192x192', 'any'),
      png('handbell-512.png', '512x512', 'any'),
      png('handbell-maskable-512.png', '512x512', 'maskable'),
      { src: address('handbell.svg'), sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
    ],
    shortcuts: [
      { name: 'Look through a chat', url: `${start}/review` },
      { name: 'Words I can use', url: `${start}/words` },
    ],
    share_target: {
      action: `${start}/shared`,
      method: 'POST',
      enctype: 'multipart/form-data',
      params: {
        files: [{ name: 'chat', accept: ['text/plain', '.txt', 'application/zip', '.zip'] }],
      },
    },
  };
}
