/** What an overlay is made of by its kind: every fault of what was sent, and the row that comes of it. Pure. */
import type {
  FieldError,
  NewOverlay,
  OverlayFileView,
  OverlayKind,
  PatchOverlay,
  Translations,
} from '@atesto/contract';
import { defaultStates } from './areas/default-states.js';
import type { OverlayParts } from './overlays.entities.js';
import type { OverlayRecord } from './overlays.queries.js';
import { addressFault } from './web-source.js';

type Input = NewOverlay | PatchOverlay;
type Field = keyof PatchOverlay;

const own: Record<OverlayKind, readonly Field[]> = {
  geojson: ['file'],
  pmtiles: ['file'],
  xyz: ['url'],
  wms: ['url', 'layers', 'format', 'transparent'],
  areas: ['file', 'authority', 'states', 'mapping'],
};
const needed: Record<OverlayKind, readonly Field[]> = {
  geojson: ['file'],
  pmtiles: ['file'],
  xyz: ['url'],
  wms: ['url', 'layers'],
  areas: ['file', 'authority', 'mapping'],
};
const kindOfFile: Partial<Record<OverlayKind, OverlayFileView['kind']>> = {
  geojson: 'geojson',
  areas: 'geojson',
  pmtiles: 'pmtiles',
};

const language = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

function nameFaults(names: Translations, pointer: string): FieldError[] {
  const entries = Object.entries(names);
  if (entries.length === 0) return [{ pointer, detail: 'at least one name is needed' }];
  return entries.flatMap(([tag, name]) =>
    language.test(tag) && typeof name === 'string' && name.trim() !== '' && name.length <= 120
      ? []
      : [{ pointer: `${pointer}/${tag}`, detail: 'must be a language with 1 to 120 characters' }],
  );
}

function stateFaults(input: Input): FieldError[] {
  const { states = [] } = input;
  const codes = states.map(({ code }) => code);
  return [
    ...states.flatMap(({ names }, at) => nameFaults(names, `/states/${at}/names`)),
    ...codes.flatMap((code, at) =>
      codes.indexOf(code) === at ? [] : [{ pointer: `/states/${at}/code`, detail: 'is there twice' }],
    ),
  ];
}

function mappingFaults({ mapping }: Input): FieldError[] {
  const values = Object.entries(mapping?.values ?? {});
  return values.length > 200 || values.some(([, code]) => typeof code !== 'string')
    ? [{ pointer: '/mapping/values', detail: 'must be at most 200 codes of states' }]
    : [];
}

/** @param facts what was found in the file that the input names; null when it is not here */
export function overlayFaults(
  kind: OverlayKind,
  input: Input,
  facts: OverlayFileView | null,
  isNew: boolean,
): FieldError[] {
  const faults: FieldError[] = [];
  const fault = (field: Field, detail: string): void => void faults.push({ pointer: `/${field}`, detail });
  const special = new Set(Object.values(own).flat());
  for (const field of special) {
    if (input[field] !== undefined && !own[kind].includes(field)) fault(field, `is not for the kind ${kind}`);
    const isMissing =
      input[field] === undefined ? isNew : typeof input[field] === 'string' && input[field].trim() === '';
    if (isMissing && needed[kind].includes(field)) fault(field, 'is needed');
  }
  if (input.names !== undefined) faults.push(...nameFaults(input.names, '/names'));
  const address = input.url === undefined || (kind !== 'wms' && kind !== 'xyz') ? null : addressFault(input.url, kind);
  if (address !== null) fault('url', address);
  if (input.layers !== undefined && /[&=#<>"']/.test(input.layers)) fault('layers', 'must be names of layers');
  if (input.file !== undefined && facts === null) fault('file', 'is not here: send it first');
  else if (facts !== null && facts.kind !== kindOfFile[kind]) fault('file', `is not for the kind ${kind}`);
  return [...faults, ...stateFaults(input), ...mappingFaults(input)];
}

function partsOf(kind: OverlayKind, input: Input, facts: OverlayFileView | null, before: OverlayParts): OverlayParts {
  const parts: OverlayParts = { ...before };
  const { url, layers, format, transparent, authority, states, mapping } = input;
  const given = { url, layers, format, transparent, authority: authority?.trim(), states, mapping };
  for (const [name, value] of Object.entries(given)) if (value !== undefined) Object.assign(parts, { [name]: value });
  if (kind === 'wms')
    Object.assign(parts, { format: parts.format ?? 'image/png', transparent: parts.transparent ?? true });
  if (kind === 'areas') parts.states ??= [...defaultStates];
  if (facts === null) return parts;
  parts.bounds = facts.bounds;
  parts.count = facts.count;
  if (facts.tiles !== undefined) parts.tiles = facts.tiles;
  if (facts.maxZoom !== undefined) parts.deepest = facts.maxZoom;
  return parts;
}

const first: Omit<OverlayRecord, 'id' | 'kind' | 'names'> = {
  visibility: 'public',
  position: 0,
  opacity: 100,
  attribution: '',
  shown: true,
  min_zoom: 0,
  max_zoom: 22,
  file: null,
  details: {},
  version: 1,
};

const trimmed = (names: Translations): Translations =>
  Object.fromEntries(Object.entries(names).map(([tag, name]) => [tag, name.trim()]));

export function newOverlay(
  id: string,
  position: number,
  input: NewOverlay,
  facts: OverlayFileView | null,
): OverlayRecord {
  const { kind, names } = input;
  const attribution = input.attribution ?? facts?.attribution ?? '';
  return changedOverlay({ ...first, id, kind, names, position, attribution }, input, facts);
}

export function changedOverlay(row: OverlayRecord, input: Input, facts: OverlayFileView | null): OverlayRecord {
  return {
    ...row,
    names: trimmed(input.names ?? row.names),
    visibility: input.visibility ?? row.visibility,
    opacity: input.opacity ?? row.opacity,
    attribution: (input.attribution ?? row.attribution).trim(),
    shown: input.shown ?? row.shown,
    min_zoom: input.minZoom ?? row.min_zoom,
    max_zoom: input.maxZoom ?? row.max_zoom,
    file: input.file ?? row.file,
    details: partsOf(row.kind, input, facts, row.details),
  };
}
