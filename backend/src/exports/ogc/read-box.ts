/**
 * The `bbox` of a request: four numbers, or six with heights, which nothing here has. Maps that are moved past the edge
 * of the world ask for more than it, so that is cut. Pure.
 */
const number = /^-?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,2})?$/;

const within = (value: number, most: number): number => Math.min(most, Math.max(-most, value));

/** As `west,south,east,north`, west above east across the antimeridian; null for what is no box. */
export function readBox(text: string): string | null {
  const parts = text.split(',').map((part) => part.trim());
  if ((parts.length !== 4 && parts.length !== 6) || !parts.every((part) => number.test(part))) return null;
  const values = parts.map(Number);
  const [west = 0, south = 0, east = 0, north = 0] =
    values.length === 4 ? values : values.filter((_, at) => at % 3 < 2);
  if (south > north || (values.length === 6 && (values[2] ?? 0) > (values[5] ?? 0))) return null;
  if (Math.max(west, east) < -180 || Math.min(west, east) > 180 || north < -90 || south > 90) return null;
  return [within(west, 180), within(south, 90), within(east, 180), within(north, 90)].join(',');
}
