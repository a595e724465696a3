/** Overlays that come as tiles: pictures from our server or another one, and vector tiles drawn as plain lines and fills. */
import type { OverlayView } from '@atesto/contract';
import { VectorTile } from '@mapbox/vector-tile';
import L from 'leaflet';
import { VectorTiles } from '../vector-tiles.js';

const tileSize = 512;

export const escaped = (text: string): string => {
  const span = document.createElement('span');
  span.textContent = text;
  return span.innerHTML;
};

/** Said in the corner of the map beside the others. */
const shared = (item: OverlayView, pane: string): L.TileLayerOptions => ({
  pane,
  minZoom: item.minZoom,
  maxZoom: item.maxZoom,
  className: 'atesto-overlay-tiles',
});

const ownTiles = (deployment: string, { id, file }: OverlayView): string =>
  `/api/v1/deployments/${encodeURIComponent(deployment)}/overlays/${id}/tiles/{z}/{x}/{y}?v=${encodeURIComponent(file ?? '')}`;

/** Null for what is drawn otherwise. */
export function tileLayer(deployment: string, item: OverlayView, pane: string): L.Layer | null {
  const { url = '', layers = '', format = 'image/png', transparent = true } = item;
  if (item.kind === 'xyz')
    return L.tileLayer(url, { ...shared(item, pane), maxNativeZoom: Math.min(item.maxZoom, 19) });
  if (item.kind === 'wms') return L.tileLayer.wms(url, { ...shared(item, pane), layers, format, transparent });
  if (item.kind !== 'pmtiles') return null;
  const address = ownTiles(deployment, item);
  const deepest = item.deepest ?? 14;
  if (item.tiles === 'vector') return new VectorOverlay(address, deepest, { ...shared(item, pane), tileSize });
  return L.tileLayer(address, { ...shared(item, pane), maxNativeZoom: deepest });
}

/** One for each layer of the tiles, in their order; they say nothing but that the layers are different ones. */
const inks = ['#1d5fae', '#b45309', '#0f766e', '#7c3aed', '#b3261e', '#4d7c0f', '#be185d', '#475569'];

/** Also what draws a base map of vector tiles. */
export class VectorOverlay extends L.GridLayer {
  private readonly tiles = new VectorTiles('same-origin');

  constructor(
    private readonly address: string,
    private readonly deepest: number,
    options: L.GridLayerOptions,
  ) {
    super(options);
  }

  protected override createTile(coords: L.Coords, done: L.DoneCallback): HTMLElement {
    const canvas = document.createElement('canvas');
    const ratio = Math.min(window.devicePixelRatio || 1, 3);
    canvas.width = canvas.height = tileSize * ratio;
    const z = Math.min(coords.z - 1, this.deepest);
    const parts = 2 ** (coords.z - 1 - z);
    const [x, y] = [Math.floor(coords.x / parts), Math.floor(coords.y / parts)];
    const url = L.Util.template(this.address, { z, x, y });
    void this.tiles.get(url).then((tile) => {
      const context = tile && canvas.getContext('2d');
      if (tile && context) {
        const left = (coords.x - x * parts) * tileSize * ratio;
        const top = (coords.y - y * parts) * tileSize * ratio;
        context.translate(-left, -top);
        drawTile(context, tile, tileSize * ratio * parts, ratio);
      }
      done(undefined, canvas);
    });
    return canvas;
  }
}

function drawTile(context: CanvasRenderingContext2D, tile: VectorTile, side: number, pixel: number): void {
  Object.values(tile.layers).forEach((layer, number) => {
    const ink = inks[number % inks.length] ?? '#475569';
    const scale = side / layer.extent;
    const radius = 3 * pixel;
    for (let at = 0; at < layer.length; at++) {
      const feature = layer.feature(at);
      const path = new Path2D();
      for (const line of feature.loadGeometry()) {
        line.forEach(({ x, y }, step) => {
          if (feature.type === 1) {
            path.moveTo(x * scale + radius, y * scale);
            path.arc(x * scale, y * scale, radius, 0, 2 * Math.PI);
          } else if (step === 0) path.moveTo(x * scale, y * scale);
          else path.lineTo(x * scale, y * scale);
        });
        if (feature.type === 3) path.closePath();
      }
      context.fillStyle = context.strokeStyle = ink;
      context.globalAlpha = feature.type === 1 ? 0.9 : 0.16;
      if (feature.type !== 2) context.fill(path, 'evenodd');
      context.globalAlpha = 0.85;
      context.lineWidth = (feature.type === 2 ? 1.6 : 0.9) * pixel;
      if (feature.type !== 1) context.stroke(path);
    }
  });
}
