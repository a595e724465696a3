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
  if (config.raster) addRaster(map, config.raster, labels, (isShown) => (isShown ? tell(rasterDetail) : tellLand()));
}

/** Both come from the server's operator or from us, never from a reporter; escaped all the same. */
const link = (text: string, url: string): string => {
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.rel = 'noopener';
  anchor.textContent = text;
  return anchor.outerHTML;
};

function addRaster(
  map: L.Map,
  raster: NonNullable<BasemapConfig['raster']>,
  labels: L.Layer,
  tell: (isShown: boolean) => void,
): void {
  const text = document.createElement('span');
  text.textContent = raster.attribution;
  const layer = L.tileLayer(raster.url, { maxZoom: 19, attribution: text.innerHTML, className: 'atesto-raster' });
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
