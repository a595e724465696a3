/** Which names stand on the map: the important first, and none over another. Pure. */
export interface Label {
  text: string;
  /** Of the text's middle. */
  x: number;
  y: number;
  kind: 'country' | 'capital' | 'town';
  /** Higher comes first. */
  weight: number;
}

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const meets = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** `measure` gives the box that a label would take, with the room it wants around it. */
export function chooseLabels(labels: readonly Label[], most: number, measure: (label: Label) => Box): Label[] {
  const taken: Box[] = [];
  const chosen: Label[] = [];
  for (const label of [...labels].sort((a, b) => b.weight - a.weight)) {
    if (chosen.length >= most) break;
    const box = measure(label);
    if (taken.some((other) => meets(box, other))) continue;
    taken.push(box);
    chosen.push(label);
  }
  return chosen;
}

/** How many people a town must have to be named at a zoom. */
export const leastPopulation = (zoom: number): number =>
  [4e6, 4e6, 4e6, 2.5e6, 1e6, 500_000, 200_000, 70_000, 25_000, 8_000, 3_000][Math.floor(zoom)] ?? 0;

/** How large a country must be, in square degrees, to be named at a zoom; Infinity once towns say enough. */
export const leastArea = (zoom: number): number => [400, 200, 90, 25, 8, 2, 0][Math.floor(zoom)] ?? Infinity;
