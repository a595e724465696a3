/** The middle pane: the map's element, its switches, and the word when a click on it is awaited. */
import type L from 'leaflet';
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { createLegend } from '../../shared/leaflet/index.js';
import { AreaBanner } from '../finding/area-banner.js';
import { ListOnlyNote } from '../finding/list-only-note.js';
import { MapLayers } from '../layers/map-layers.js';
import { useCategories, useConsole, useSelect, useWords } from '../pieces/console-context.js';
import { Icon } from '../pieces/icon.js';
import { Watermark } from '../training/exercise-bar.js';
import { RoomMap } from './room-map.js';

const Switches = (): JSX.Element => {
  const { t } = useWords();
  const { store } = useConsole().context;
  const layers = useSelect((state) => state.layers);
  return (
    <div class="map-layers" role="group" aria-label={t.map.layers}>
      {(['reports', 'incidents'] as const).map((layer) => (
        <button
          key={layer}
          type="button"
          class="toggle"
          aria-pressed={layers[layer]}
          onClick={() => store.dispatch({ type: 'layer.switched', layer, on: !layers[layer] })}
        >
          {layers[layer] && <Icon name="check" size={15} />}
          {t.map[layer]}
        </button>
      ))}
    </div>
  );
};

const Picking = (): JSX.Element | null => {
  const { t } = useWords();
  const { store } = useConsole().context;
  const picking = useSelect((state) => state.picking);
  if (!picking) return null;
  return (
    <div class="map-banner" role="status">
      <span>
        {t.map.pick} <span class="muted">{t.map.pickHint}</span>
      </span>
      <button
        type="button"
        class="button small"
        onClick={() => store.dispatch({ type: 'picking.ended', picked: null })}
      >
        {t.common.cancel}
      </button>
    </div>
  );
};

const WholeArea = ({ map }: { map: { current: RoomMap | null } }): JSX.Element => {
  const { t } = useWords();
  return (
    <button
      type="button"
      class="map-area"
      onClick={() => map.current?.showArea()}
      aria-label={t.map.fitArea}
      title={t.map.fitArea}
    >
      <Icon name="map" size={17} />
    </button>
  );
};

/** What the colours and shapes mean; closed until asked for, so that it covers nothing. */
const Legend = (): JSX.Element => {
  const { t, language } = useWords();
  const categories = useCategories();
  const tab = useSelect((state) =>
    state.address.screen === 'room' && state.address.tab === 'incidents' ? 'incidents' : 'reports',
  );
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.replaceChildren(createLegend({ categories, layer: tab, language }));
  }, [categories, tab, language]);
  return (
    <details class="map-legend">
      <summary>{t.map.legend}</summary>
      <div ref={place} />
    </details>
  );
};

/** Leaflet cannot fit an area into an element without a size: a narrow screen hides the map until it is asked for. */
const whenShown = (element: HTMLElement, run: () => void): (() => void) => {
  const watch = new ResizeObserver(() => {
    if (element.clientWidth === 0) return;
    watch.disconnect();
    run();
  });
  watch.observe(element);
  return () => watch.disconnect();
};

export const MapPane = (): JSX.Element => {
  const { t, language } = useWords();
  const { context, actions } = useConsole();
  const place = useRef<HTMLDivElement>(null);
  const map = useRef<RoomMap | null>(null);
  const [trouble, setTrouble] = useState(false);
  const [leaflet, setLeaflet] = useState<L.Map | null>(null);
  const slug = useSelect((state) => state.deployment.view?.slug ?? null);
  const asked = useSelect((state) => state.centred);

  useEffect(() => {
    const element = place.current;
    const { view } = context.store.get().deployment;
    if (element === null || view === null) return;
    const stop = whenShown(element, () => {
      map.current = new RoomMap(context, element, view, {
        language,
        onSelect: (layer, id) => actions.room.select({ kind: layer === 'reports' ? 'report' : 'incident', id }),
        onTrouble: setTrouble,
      });
      setLeaflet(map.current.leaflet);
      if (context.store.get().centred > 0) map.current.showOpen();
    });
    return () => {
      stop();
      setLeaflet(null);
      map.current?.remove();
      map.current = null;
    };
  }, [slug, language]);

  useEffect(() => {
    if (asked > 0) map.current?.showOpen();
  }, [asked]);

  return (
    <section class="pane pane-map" aria-label={t.map.label}>
      <div class="map-element" ref={place} />
      <Watermark />
      <Switches />
      <WholeArea map={map} />
      <Picking />
      <AreaBanner />
      <ListOnlyNote />
      <Legend />
      <MapLayers map={leaflet} />
      {trouble && (
        <p class="map-trouble" role="status">
          {t.map.trouble}
        </p>
      )}
    </section>
  );
};
