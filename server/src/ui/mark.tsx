/**
 * The handbell, drawn in four strokes: grip, bell, lip and clapper. The same drawing is the icon of the browser tab
 * (`browser/icons/handbell.svg`). It is decoration beside a name, so it is hidden from screen readers.
 */
export function Mark({ size = 32 }: { size?: number | undefined }) {
  return (
    <svg
      class="hb-mark"
      xmlns="http://www.w3.org/2000/svg"
      viewBox="0 0 32 32"
      width={size}
      height={size}
      aria-hidden="true"
      focusable="false"
    >
      <path class="hb-mark__grip" d="M16 3v8" />
      <path
        class="hb-mark__bell"
        d="M16 9c-4.6 0-6.2 3.4-6.6 7.4-.3 3-1.2 5-3.4 6.6h20c-2.2-1.6-3.1-3.6-3.4-6.6C22.2 12.4 20.6 9 16 9z"
      />
      <path class="hb-mark__lip" d="M5 23.5h22" />
      <path class="hb-mark__clapper" d="M13 26.5a3 3 0 0 0 6 0z" />
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
