/** A layer as it is being typed, and what of it has to be sent. Pure. */
import type {
  AreaMapping,
  AreaState,
  Audience,
  NewOverlay,
  OverlayDetail,
  OverlayFileView,
  OverlayKind,
  PatchOverlay,
  Translations,
} from '@atesto/contract';

export interface LayerDraft {
  kind: OverlayKind;
  names: Translations;
  visibility: Audience;
  opacity: number;
  attribution: string;
  shown: boolean;
  minZoom: number;
  maxZoom: number;
  url: string;
  layers: string;
  format: string;
  transparent: boolean;
  /** What was sent or chosen now. */
  found: OverlayFileView | null;
  authority: string;
  /** Null: those that come with Atesto. */
  states: readonly AreaState[] | null;
  mapping: AreaMapping;
}

export const newDraft = (kind: OverlayKind): LayerDraft => ({
  kind,
  names: {},
  visibility: 'public',
  opacity: kind === 'xyz' || kind === 'wms' ? 70 : 100,
  attribution: '',
  shown: true,
  minZoom: 0,
  maxZoom: kind === 'xyz' ? 19 : 22,
  url: '',
  layers: '',
  format: 'image/png',
  transparent: true,
  found: null,
  authority: '',
  states: null,
  mapping: { id: '', name: '' },
});

export const draftOf = (layer: OverlayDetail): LayerDraft => ({
  ...newDraft(layer.kind),
  names: layer.names,
  visibility: layer.visibility,
  opacity: layer.opacity,
  attribution: layer.attribution,
  shown: layer.shown,
  minZoom: layer.minZoom,
  maxZoom: layer.maxZoom,
  url: layer.url ?? '',
  layers: layer.layers ?? '',
  format: layer.format ?? 'image/png',
  transparent: layer.transparent ?? true,
  authority: layer.authority ?? '',
  states: layer.states ?? null,
  mapping: layer.mapping ?? { id: '', name: '' },
});

const named = (names: Translations): Translations =>
  Object.fromEntries(Object.entries(names).flatMap(([tag, name]) => (name.trim() === '' ? [] : [[tag, name.trim()]])));

/** A state that nobody named in a language is named in the others. */
const statesOf = (states: readonly AreaState[]): AreaState[] =>
  states.map((state) => ({ ...state, names: named(state.names) }));

const partsOf = (draft: LayerDraft): PatchOverlay => {
  const { kind, found, url, layers, format, transparent, authority, states, mapping } = draft;
  const file = found === null ? {} : { file: found.file };
  if (kind === 'xyz') return { url: url.trim() };
  if (kind === 'wms') return { url: url.trim(), layers: layers.trim(), format, transparent };
  if (kind !== 'areas') return file;
  const { state, values = {}, ...rest } = mapping;
  const said = state ? { state, values } : {};
  return {
    ...file,
    authority: authority.trim(),
    ...(states !== null && { states: statesOf(states) }),
    mapping: { ...rest, ...said },
  };
};

const shared = ({ names, visibility, opacity, attribution, shown, minZoom, maxZoom }: LayerDraft) => ({
  names: named(names),
  visibility,
  opacity,
  attribution: attribution.trim(),
  shown,
  minZoom,
  maxZoom,
});

export const newOverlayOf = (draft: LayerDraft): NewOverlay => ({
  kind: draft.kind,
  ...shared(draft),
  ...partsOf(draft),
});

/** Only what is other than it was. */
export const patchOf = (draft: LayerDraft, layer: OverlayDetail): PatchOverlay => {
  const now: Record<string, unknown> = { ...shared(draft), ...partsOf(draft) };
  const before: Record<string, unknown> = { ...shared(draftOf(layer)), ...partsOf(draftOf(layer)) };
  const changed = Object.entries(now).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name]));
  // A file of areas is read by the mapping that is sent with it, or by the one that is there.
  return Object.fromEntries(changed);
};

/** The host that visitors' browsers will call, null where there is none yet. */
export const hostOf = (url: string): string | null => {
  try {
    return new URL(url.replace('{s}.', '')).host || null;
  } catch {
    return null;
  }
};

const likely = (found: OverlayFileView, wanted: RegExp): string | undefined =>
  found.properties.find(({ name }) => wanted.test(name))?.name;

/** What the properties of a file probably are; a person looks at it before it is used. */
export const guessMapping = (found: OverlayFileView, codes: readonly string[]): AreaMapping => {
  const different = found.properties.find(({ distinct }) => distinct === found.count)?.name;
  const id = likely(found, /^(id|code|.*[_-](id|code)|geom_?id|pcode)$/i) ?? different ?? '';
  const name = likely(found, /^(name|title|label|.*[_-]name|.*[_-]en)$/i) ?? id;
  const state = likely(found, /^(state|status|level|stufe|warn.*|alert.*)$/i);
  return { id, name, ...(state !== undefined && { state, values: guessValues(found, state, codes) }) };
};

/** Values that are codes mean them; numbers are taken in their order, the highest for the worst. */
export const guessValues = (
  found: OverlayFileView,
  property: string,
  codes: readonly string[],
): Record<string, string> => {
  const values = found.properties.find(({ name }) => name === property)?.values ?? [];
  const worst = codes.length - 1;
  return Object.fromEntries(
    values.map((value) => {
      const number = Number(value);
      const ranked = codes[Math.max(0, Math.min(worst, Math.trunc(number)))];
      return [value, codes.includes(value) ? value : Number.isNaN(number) ? (codes[0] ?? '') : (ranked ?? '')];
    }),
  );
};
