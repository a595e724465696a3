/** The corners of a drawn area: as the address writes them, whether they make a sound ring, and what lies inside. Pure. */
export type Corner = readonly [lon: number, lat: number];

export const mostCorners = 200;

const rounded = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;

export const formatArea = (corners: readonly Corner[]): string =>
  corners.map(([lon, lat]) => `${rounded(lon)},${rounded(lat)}`).join(';');

/** Empty for what is no area. */
export const parseArea = (text: string): Corner[] => {
  const corners = text.split(';').map((pair) => pair.split(',').map(Number));
  const sound = corners.every(
    (pair) => pair.length === 2 && Math.abs(pair[0] ?? NaN) <= 360 && Math.abs(pair[1] ?? NaN) <= 90,
  );
  if (!sound || corners.length < 3 || corners.length > mostCorners) return [];
  return corners.map(([lon = 0, lat = 0]) => [lon, lat]);
};

const turn = (a: Corner, b: Corner, c: Corner): number => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
const between = (a: Corner, b: Corner, c: Corner): boolean =>
  Math.min(a[0], b[0]) <= c[0] &&
  c[0] <= Math.max(a[0], b[0]) &&
  Math.min(a[1], b[1]) <= c[1] &&
  c[1] <= Math.max(a[1], b[1]);

const meet = (a: Corner, b: Corner, c: Corner, d: Corner): boolean => {
  const [one, two, three, four] = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)];
  if (one * two < 0 && three * four < 0) return true;
  return (
    (one === 0 && between(a, b, c)) ||
    (two === 0 && between(a, b, d)) ||
    (three === 0 && between(c, d, a)) ||
    (four === 0 && between(c, d, b))
  );
};

/** Whether the edges cross or touch: the server refuses such a ring, so it is said while it is drawn. */
export const crossesItself = (corners: readonly Corner[]): boolean => {
  const at = (index: number): Corner => corners[index % corners.length] ?? [0, 0];
  return corners.some((_, one) => {
    if (meet(at(one), at(one + 1), at(one + 2), at(one + 2))) return true;
    return corners.some(
      (__, other) =>
        other > one + 1 &&
        !(one === 0 && other === corners.length - 1) &&
        meet(at(one), at(one + 1), at(other), at(other + 1)),
    );
  });
};

/** Whether a place is inside; on the edge either answer may come. */
export const isInside = (corners: readonly Corner[], place: { lat: number; lon: number }): boolean =>
  [-360, 0, 360].some((shift) => {
    const x = place.lon + shift;
    let inside = false;
    corners.forEach((a, index) => {
      const b = corners[(index + 1) % corners.length] ?? a;
      const crosses = a[1] > place.lat !== b[1] > place.lat;
      if (crosses && x < ((b[0] - a[0]) * (place.lat - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside;
    });
    return inside;
  });

/** Corners as people write them, `latitude, longitude` a line. Null names what could not be read. */
export const readCorners = (text: string): Corner[] | null => {
  const lines = text.split(/\n|;/).map((line) => line.trim());
  const corners = lines.filter((line) => line !== '').map((line) => line.split(/[\s,]+/).map(Number));
  const sound = corners.every(
    (pair) => pair.length === 2 && Math.abs(pair[0] ?? NaN) <= 90 && Math.abs(pair[1] ?? NaN) <= 360,
  );
  return sound ? corners.map(([lat = 0, lon = 0]) => [lon, lat]) : null;
};

export const writeCorners = (corners: readonly Corner[]): string =>
  corners.map(([lon, lat]) => `${rounded(lat)}, ${rounded(lon)}`).join('\n');
