import { markDrawing, markSize } from './mark-drawing.ts';

/** The handbell, in the colour of the text round it. It is decoration beside a name, so screen readers pass it by. */
export function Mark({ size = markSize }: { size?: number | undefined }) {
  const { tilt, grip, bell, clapper } = markDrawing;
  return (
    <svg
      class="hb-mark"
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${markSize} ${markSize}`}
      width={size}
      height={size}
      fill="currentColor"
      aria-hidden="true"
      focusable="false"
    >
      <g transform={tilt}>
        <path d={grip.d} fill="none" stroke="currentColor" stroke-linecap="round" stroke-width={grip.width} />
        <path d={bell} />
        <path d={clapper} />
      </g>
    </svg>
  );
}

/** The mark and the name together, for Handbell's own pages: set-up, sign-in, the desk. */
export function Wordmark() {
  return (
    <span class="hb-wordmark">
      <Mark />
      <span class="hb-wordmark__name">Handbell</span>
    </span>
  );
}
