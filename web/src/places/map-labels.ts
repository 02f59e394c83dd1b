/** `x` and `y` are the middle of what is named, in pixels; the largest come first. */
export type Named = { key: string; name: string; x: number; y: number; radius: number };
export type Label = { key: string; name: string; x: number; y: number; side: 'start' | 'end' };
type Box = { left: number; right: number; top: number; bottom: number };
type Frame = { width: number; height: number; most: number };

const letterWidth = 6.2;
const lineHeight = 14;
const gap = 4;

/** The names of the largest that have room: right of their bubble or left of it, over no other name and no named bubble. */
export function labelsOf(named: readonly Named[], { width, height, most }: Frame): Label[] {
  const labels: Label[] = [];
  const taken: Box[] = named.slice(0, most).map(boxOf);
  for (const one of named.slice(0, most)) {
    const side = (['start', 'end'] as const).find((side) => {
      const box = wordsBox(one, side);
      const isInside = box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height;
      return isInside && !taken.some((other) => meets(box, other));
    });
    if (!side) continue;
    taken.push(wordsBox(one, side));
    labels.push({ key: one.key, name: one.name, x: edgeOf(one, side), y: one.y, side });
  }
  return labels;
}

const boxOf = ({ x, y, radius }: Named): Box => ({
  left: x - radius,
  right: x + radius,
  top: y - radius,
  bottom: y + radius,
});

const edgeOf = ({ x, radius }: Named, side: Label['side']): number =>
  side === 'start' ? x + radius + gap : x - radius - gap;

function wordsBox(one: Named, side: Label['side']): Box {
  const edge = edgeOf(one, side);
  const long = one.name.length * letterWidth;
  const [left, right] = side === 'start' ? [edge, edge + long] : [edge - long, edge];
  return { left, right, top: one.y - lineHeight / 2, bottom: one.y + lineHeight / 2 };
}

const meets = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
