/** How a shape of a file is drawn: by what the file says of it in plain words, else in one calm colour. Pure. */
import type { Properties } from './prepare-shapes.js';
import type { ShapeStyle } from './shapes-layer.js';

export const plainInk = '#1d5fae';

const colour = (value: unknown): string | null =>
  typeof value === 'string' && /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.test(value) ? value : null;
const share = (value: unknown): number | null => (typeof value === 'number' && value >= 0 && value <= 1 ? value : null);

/** The names are those of the simplestyle convention, into which styles of KML are turned as well. */
export function styleOf(properties: Properties): ShapeStyle {
  const ink = colour(properties['stroke']) ?? colour(properties['marker-color']) ?? colour(properties['icon-color']);
  const fill = colour(properties['fill']);
  const width = properties['stroke-width'];
  return {
    stroke: ink ?? fill ?? plainInk,
    width: typeof width === 'number' && width >= 0 ? Math.min(width, 10) : 2,
    fill: fill ?? ink ?? plainInk,
    fillOpacity: share(properties['fill-opacity']) ?? 0.22,
  };
}
