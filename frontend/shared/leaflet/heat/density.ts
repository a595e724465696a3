/**
 * How thickly things lie around each spot of a picture: every one spreads over a round hill, and hills add up. Counts
 * weigh by their logarithm, so that one place with thousands does not drown all others. Pure.
 */
export interface HeatSpot {
  /** In cells of the grid, as are the radii. */
  x: number;
  y: number;
  count: number;
  radius: number;
}

export interface Density {
  values: Float32Array;
  /** The highest of them. */
  most: number;
}

/** 1 for one thing, 2 for three, 10 for a thousand. */
export const weightOf = (count: number): number => Math.log2(1 + count);

export function densityGrid(spots: readonly HeatSpot[], width: number, height: number): Density {
  const values = new Float32Array(width * height);
  let most = 0;
  for (const { x, y, count, radius } of spots) {
    const weight = weightOf(count);
    const reach = radius * radius;
    const [left, right] = [Math.max(0, Math.ceil(x - radius)), Math.min(width - 1, Math.floor(x + radius))];
    const [top, bottom] = [Math.max(0, Math.ceil(y - radius)), Math.min(height - 1, Math.floor(y + radius))];
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) {
        const far = ((column - x) ** 2 + (row - y) ** 2) / reach;
        if (far >= 1) continue;
        const value = (values[row * width + column]! += weight * (1 - far) ** 2);
        if (value > most) most = value;
      }
    }
  }
  return { values, most };
}

/** So many at one spot glow in full, however few there are elsewhere: a single incident is no hot spot. */
const fullCount = 6;

/** The value that takes the last colour of the scale. */
export const fullValue = (most: number): number => Math.max(most, weightOf(fullCount));
