import { light } from './palette.ts';

/** The side of the square the mark is drawn in. */
export const markSize = 32;

/** The handbell, held up and just rung: its tilt, then its three strokes. */
export const markDrawing = {
  tilt: 'rotate(24 16 16)',
  grip: { d: 'M16 2.2v5.5', width: 4.4 },
  bell: 'M16 10.4c-4.3 0-6 2.7-6.4 6.2-.3 2.8-1.5 4.6-4 5.9-1.5.8-1 3 .6 3h19.600c1.6 0 2.1-2.2.6-3-2.5-1.3-3.7-3.1-4-5.9-.4-3.5-2.1-6.2-6.4-6.200z',
  clapper: 'M12.8 27.100a3.2 3.2 0 0 0 6.4 0z',
} as const;

/** The icon of the browser tab and of the home screen: the brass bell on a pine tile, as a whole SVG file. */
export function iconSvg(): string {
  return tile('rx="7"', 'translate(2.4 2.1) scale(.86)');
}

/** The icon for phones that cut a shape of their own: the tile without corners, the bell within the part that stays. */
export function maskableIconSvg(): string {
  return tile('', 'translate(6.4 6.1) scale(.6)');
}

function tile(corners: string, place: string): string {
  const { tilt, grip, bell, clapper } = markDrawing;
  const brass = light['brass-bright'];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${markSize} ${markSize}">`,
    '<title>Handbell</title>',
    `<rect width="${markSize}" height="${markSize}" ${corners} fill="${light.banner}"/>`,
    `<g fill="${brass}" transform="${place} ${tilt}">`,
    `<path d="${grip.d}" fill="none" stroke="${brass}" stroke-linecap="round" stroke-width="${grip.width}"/>`,
    `<path d="${bell}"/>`,
    `<path d="${clapper}"/>`,
    '</g></svg>\n',
  ].join('');
}
