/** The basemap of one map: the shipped land and names, and a raster map over them while there is internet for it. */
import L from 'leaflet';
import { onThemeChange, readPalette } from '../palette.js';
import { VectorTiles } from '../vector-tiles.js';
import { loadBasemapConfig, type BasemapConfig } from './basemap-config.js';
import { LandLayer } from './land-layer.js';
import { PlaceLabels } from './place-labels.js';

/** Fired by the map when what is drawn was loaded, or could not be. */
export interface BasemapEvent extends L.LeafletEvent {
  /** Nearer than at this zoom there is nothing more to be seen; 0 while nothing can be shown. */
  detailZoom: number;
}

/** The shipped map names every town, which tells places apart a little deeper than its coasts do. */
const landDetail = 2;
const rasterDetail = 19;

/** After this many raster tiles in a row that failed the shipped map is shown again. */
const mostFailures = 4;

export async function addBasemap(map: L.Map, language: string): Promise<void> {
  let isGone = false;
  map.on('unload', () => (isGone = true));
  const config = await loadBasemapConfig();
  const tell = (detailZoom: number): void => void map.fire('basemap', { detailZoom });
  if (isGone) return;
  if (!config) return tell(0);
  const tiles = new VectorTiles();
  const palette = readPalette(map.getContainer());
  const land = new LandLayer(tiles, config.landMaxZoom, palette).addTo(map);
  const labels = new PlaceLabels(tiles, config, palette, language).addTo(map);
  for (const { text, url } of config.attribution) map.attributionControl.addAttribution(link(text, url));
  const end = onThemeChange(() => {
    const changed = readPalette(map.getContainer());
    land.recolour(changed);
    labels.recolour(changed);
  });
  map.on('unload', end);
  const tellLand = (): void => tell(land.coarsest < 0 ? 0 : Math.min(land.coarsest, config.landMaxZoom) + landDetail);
  land.on('load', tellLand);
  const tellOf = (deepest: number) => (isShown: boolean) =>
    isShown ? tell(Math.min(deepest + landDetail, rasterDetail)) : tellLand();
  if (config.archive) await addArchive(map, config.archive, labels, tellOf(config.archive.deepest));
  else if (config.raster) addRaster(map, config.raster, labels, tellOf(rasterDetail));
}

/** Both come from the server's operator or from us, never from a reporter; escaped all the same. */
const link = (text: string, url: string): string => {
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.rel = 'noopener';
  anchor.textContent = text;
  return anchor.outerHTML;
};

/** Pictures are drawn as those of another server are; vector tiles as plain lines and fills over the shipped land. */
async function addArchive(
  map: L.Map,
  archive: NonNullable<BasemapConfig['archive']>,
  labels: L.Layer,
  tell: (isShown: boolean) => void,
): Promise<void> {
  const { tiles, deepest: maxNativeZoom, attribution } = archive;
  if (tiles !== 'vector') return addRaster(map, { url: archiveUrl, attribution, maxNativeZoom }, labels, tell);
  const { escaped, VectorOverlay } = await import('../overlays/tile-layers.js');
  const layer = new VectorOverlay(archiveUrl, maxNativeZoom, { tileSize: 512, attribution: escaped(attribution) });
  // The map may have gone meanwhile.
  if (map.getPane('tilePane')?.isConnected) layer.addTo(map);
  layer.on('load', () => tell(true));
}

const archiveUrl = '/basemap/archive/{z}/{x}/{y}';

function addRaster(
  map: L.Map,
  raster: { url: string; attribution: string; maxNativeZoom?: number },
  labels: L.Layer,
  tell: (isShown: boolean) => void,
): void {
  const text = document.createElement('span');
  text.textContent = raster.attribution;
  const layer = L.tileLayer(raster.url, {
    maxZoom: 19,
    maxNativeZoom: raster.maxNativeZoom ?? 19,
    attribution: text.innerHTML,
    className: 'atesto-raster',
  });
  let failures = 0;
  const show = (): void => {
    failures = 0;
    if (navigator.onLine) layer.addTo(map);
  };
  const hide = (): void => {
    layer.remove();
    labels.addTo(map);
    tell(false);
  };
  layer.on('tileload', () => {
    failures = 0;
    // The raster map has names of its own.
    labels.remove();
    tell(true);
  });
  layer.on('tileerror', () => {
    if (++failures >= mostFailures) hide();
  });
  window.addEventListener('online', show);
  window.addEventListener('offline', hide);
  map.on('unload', () => {
    window.removeEventListener('online', show);
    window.removeEventListener('offline', hide);
  });
  show();
}
