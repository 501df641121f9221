import { PictureTray } from './screenshot/tray.ts';

/**
 * Lets somebody cut down screenshots on their own device: keep a part, cover names, draw it anew so that nothing of the
 * file comes along. The page works without it: then they say in words what the picture shows.
 */
for (const root of document.querySelectorAll<HTMLElement>('[data-screenshots]')) new PictureTray(root);
