/** The map of a situation report as what is to be drawn: paths and words on a sheet, for no screen in particular. Pure. */
import type { Bounds, SituationIncident } from '@atesto/contract';
import type { DrawnMap, DrawnPlace } from '@atesto/frontend/report';
import type { NamedPoint, Shapes, WorldBox } from '../../map/index.js';
import { groupMarkers } from './group-markers.js';
import { LabelRoom } from './place-labels.js';
import { boxOfBounds, boxOfPlaces, Projection, scaleBar, type Place } from './projection.js';

export const sheetWidth = 720;
const leastMetres = 4_000;
const barPixels = 130;
const markSize = 11;
const placeSize = 11;
const mostPlaces = 24;

/** What the incidents take, or where there are none the deployment's area. */
export function boxOf(incidents: readonly SituationIncident[], area: Bounds, precisionMetres: number): WorldBox {
  const places = incidents.flatMap(({ location }): Place[] => (location === null ? [] : [location]));
  return places.length === 0 ? boxOfBounds(area) : boxOfPlaces(places, Math.max(leastMetres, precisionMetres * 8));
}

type Lines = Shapes['coasts'];

/** Points that a pixel does not tell apart are left out. */
function pathOf(lines: Lines, sheet: Projection, isClosed: boolean): string {
  const parts = lines.map((line) => {
    let [lastX, lastY] = [Number.NaN, Number.NaN];
    const points = line.flatMap(([wx, wy], at) => {
      const { x, y } = sheet.ofWorld(wx, wy);
      const isNear = Math.abs(x - lastX) < 0.6 && Math.abs(y - lastY) < 0.6;
      if (isNear && at !== line.length - 1) return [];
      [lastX, lastY] = [x, y];
      return [`${x.toFixed(1)} ${y.toFixed(1)}`];
    });
    return points.length < 2 ? '' : `M${points.join('L')}${isClosed ? 'Z' : ''}`;
  });
  return parts.join('');
}

function placesOn(sheet: Projection, names: readonly NamedPoint[], room: LabelRoom): DrawnPlace[] {
  const drawn: DrawnPlace[] = [];
  for (const { name, x: wx, y: wy, isCapital } of names) {
    const { x, y } = sheet.ofWorld(wx, wy);
    if (x < 0 || y < 0 || x > sheet.width || y > sheet.height) continue;
    const label = room.find(x, y, name, placeSize, 6);
    if (label === null) continue;
    room.take({ left: x - 3, right: x + 3, top: y - 3, bottom: y + 3 });
    drawn.push({ name, x: Math.round(x), y: Math.round(y), isCapital, label });
    if (drawn.length === mostPlaces) break;
  }
  return drawn;
}

export interface MapParts {
  box: WorldBox;
  /** Null while the base map is being made. */
  shapes: Shapes | null;
  incidents: readonly SituationIncident[];
}

export function drawMap({ box, shapes, incidents }: MapParts): DrawnMap {
  const sheet = new Projection(box, sheetWidth);
  const room = new LabelRoom(sheet.width, sheet.height);
  const bar = scaleBar(sheet.metresPerPixel(), barPixels);
  // Scale and north keep their corners.
  room.take({ left: 0, right: bar.pixels + 30, top: sheet.height - 34, bottom: sheet.height });
  room.take({ left: sheet.width - 40, right: sheet.width, top: 0, bottom: 52 });
  const marks = groupMarkers(incidents, sheet);
  for (const { x, y } of marks) room.take({ left: x - 9, right: x + 9, top: y - 9, bottom: y + 9 });
  const markers = marks.map((mark) => ({ ...mark, label: room.find(mark.x, mark.y, mark.text, markSize, 11) }));
  const lines = (of: Lines | undefined, isClosed: boolean): string => pathOf(of ?? [], sheet, isClosed);
  return {
    width: sheet.width,
    height: sheet.height,
    land: (shapes?.land ?? []).map((rings) => lines(rings, true)),
    coasts: lines(shapes?.coasts, false),
    borders: lines(shapes?.borders, false),
    places: placesOn(sheet, shapes?.places ?? [], room),
    markers,
    scale: { metres: bar.metres, pixels: Math.round(bar.pixels) },
  };
}
