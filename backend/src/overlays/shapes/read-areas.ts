/** The areas of a layer out of a file: each with its id, its name, and the state that the file gives it. Pure. */
import type { AreaMapping, FieldError } from '@atesto/contract';
import type { Geometry } from 'geojson';
import type { Plain, ShapeFeature } from './read-shapes.js';
import { ringFault, wholeBudget, type Budget, type Position } from './sound-ring.js';

export interface Area {
  id: string;
  name: string;
  /** Null where the file does not say: it keeps the one it has. */
  state: string | null;
  geometry: Geometry;
}

const mostAreas = 3_000;
const mostFaults = 10;

function geometryFault(geometry: Geometry, budget: Budget): string | null {
  const polygons =
    geometry.type === 'Polygon'
      ? [geometry.coordinates]
      : geometry.type === 'MultiPolygon'
        ? geometry.coordinates
        : null;
  if (polygons === null || polygons.length === 0) return 'is not an area';
  for (const ring of polygons.flat()) {
    const fault = ringFault(ring as unknown as Position[], budget);
    if (fault !== null) return fault;
  }
  return null;
}

/** The value of the state property as a code of the layer: by the mapping, else as it is, else the first. */
function stateOf(value: Plain | undefined, mapping: AreaMapping, codes: readonly string[]): string {
  const said = value === undefined ? '' : String(value);
  const mapped = mapping.values?.[said] ?? said;
  return codes.includes(mapped) ? mapped : (codes[0] ?? '');
}

export function readAreas(
  features: readonly ShapeFeature[],
  mapping: AreaMapping,
  codes: readonly string[],
): { areas: Area[]; faults: FieldError[] } {
  const areas = new Map<string, Area>();
  const faults: FieldError[] = [];
  const budget = wholeBudget();
  const fault = (at: number, detail: string): void => void faults.push({ pointer: `/features/${at}`, detail });
  if (features.length > mostAreas) fault(mostAreas, `there are more than ${mostAreas} areas`);
  features.forEach(({ properties, geometry }, at) => {
    if (faults.length >= mostFaults) return;
    const id = String(properties[mapping.id] ?? '').trim();
    const name = String(properties[mapping.name] ?? '').trim() || id;
    const broken = geometryFault(geometry, budget);
    if (id === '' || id.length > 100) fault(at, `has no ${mapping.id} of 1 to 100 characters`);
    else if (areas.has(id)) fault(at, `has the same ${mapping.id} as another area: ${id}`);
    else if (broken !== null) fault(at, `${name} ${broken}`);
    else {
      const state = mapping.state ? stateOf(properties[mapping.state], mapping, codes) : null;
      areas.set(id, { id, name: name.slice(0, 200), state, geometry });
    }
  });
  return { areas: [...areas.values()], faults };
}
