/** Distances and directions on the globe, as exactly as words are. */
export interface Point {
  lat: number;
  lon: number;
}

const earthMetres = 6_371_000;
const radians = Math.PI / 180;

export function metresBetween(a: Point, b: Point): number {
  const [dLat, dLon] = [(b.lat - a.lat) * radians, (b.lon - a.lon) * radians];
  const half =
    Math.sin(dLat / 2) ** 2 + Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * Math.sin(dLon / 2) ** 2;
  return 2 * earthMetres * Math.asin(Math.min(1, Math.sqrt(half)));
}

const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;
const around = (lon: number): number => rounded(((((lon + 180) % 360) + 360) % 360) - 180);

/** `bearing` in degrees from north, clockwise. */
export function pointAway({ lat, lon }: Point, metres: number, bearing: number): Point {
  const degrees = metres / earthMetres / radians;
  const up = Math.max(-90, Math.min(90, lat + degrees * Math.cos(bearing * radians)));
  const right = (degrees * Math.sin(bearing * radians)) / Math.max(0.01, Math.cos(lat * radians));
  return { lat: rounded(up), lon: around(lon + right) };
}

export function middleOf(a: Point, b: Point): Point {
  const east = ((((b.lon - a.lon + 180) % 360) + 360) % 360) - 180;
  return { lat: rounded((a.lat + b.lat) / 2), lon: around(a.lon + east / 2) };
}
