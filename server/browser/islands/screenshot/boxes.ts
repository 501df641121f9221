/** A part of a picture, in its dots. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A box with fewer dots on a side than this was a slip of the finger. */
const LEAST = 4;

const within = (value: number, most: number): number => Math.min(Math.max(Math.round(value), 0), most);

/** The box between two points, as far as it lies in the picture; none when it is too small to be meant. */
export function boxBetween(one: Point, other: Point, size: Size): Box | undefined {
  const left = within(Math.min(one.x, other.x), size.width);
  const top = within(Math.min(one.y, other.y), size.height);
  const width = within(Math.max(one.x, other.x), size.width) - left;
  const height = within(Math.max(one.y, other.y), size.height) - top;
  return width < LEAST || height < LEAST ? undefined : { left, top, width, height };
}

/** A box as somebody types it, in hundredths of the picture's sides. */
export function boxOfPercents(typed: Box, size: Size): Box | undefined {
  const from = { x: (typed.left / 100) * size.width, y: (typed.top / 100) * size.height };
  const to = {
    x: from.x + (typed.width / 100) * size.width,
    y: from.y + (typed.height / 100) * size.height,
  };
  return Number.isFinite(from.x + from.y + to.x + to.y) ? boxBetween(from, to, size) : undefined;
}

/** A box of the part that is shown, as a box of the whole picture. */
export function inWhole(box: Box, shown: Box): Box {
  return { ...box, left: box.left + shown.left, top: box.top + shown.top };
}

/** A size with its longer side at most so long, in the same shape. */
export function fitInto(size: Size, longest: number): Size {
  const by = Math.min(1, longest / Math.max(size.width, size.height));
  return {
    width: Math.max(1, Math.round(size.width * by)),
    height: Math.max(1, Math.round(size.height * by)),
  };
}
