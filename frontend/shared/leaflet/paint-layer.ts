/**
 * A canvas over the whole view and a margin around it that moves and scales with the map, and is painted anew when the
 * map has come to rest. One canvas instead of one a tile lets labels and clusters know of each other.
 */
import L from 'leaflet';

/** What a painter needs to know. Positions are CSS pixels on the canvas. */
export interface Painting {
  context: CanvasRenderingContext2D;
  width: number;
  height: number;
  zoom: number;
  /** Side of the whole world. */
  worldSize: number;
  /** From world units, 0 to 1 from the north-west, to the canvas. */
  place: (x: number, y: number) => { x: number; y: number };
}

/** Private to Leaflet, and what its own image overlays use to follow a zoom. */
interface ZoomingMap extends L.Map {
  _latLngToNewLayerPoint(place: L.LatLng, zoom: number, center: L.LatLng): L.Point;
}

/** Share of the view that is painted beyond each edge, so that a short drag shows no gap. */
const margin = 0.35;
const tileUnit = 256;

export abstract class PaintLayer extends L.Layer {
  private canvas: HTMLCanvasElement | null = null;
  private topLeft: L.LatLng | null = null;
  private paintedZoom = 0;
  private origin = L.point(0, 0);
  private frame = 0;

  protected constructor(
    private readonly paneName: string,
    private readonly paneOrder: number,
  ) {
    super({ pane: paneName });
  }

  protected abstract paint(painting: Painting): void;

  override onAdd(map: L.Map): this {
    if (!map.getPane(this.paneName)) {
      const pane = map.createPane(this.paneName);
      pane.style.zIndex = String(this.paneOrder);
      pane.style.pointerEvents = 'none';
    }
    this.canvas = L.DomUtil.create('canvas', 'leaflet-zoom-animated');
    this.canvas.style.transformOrigin = '0 0';
    map.getPane(this.paneName)?.append(this.canvas);
    this.paintNow();
    return this;
  }

  override onRemove(): this {
    cancelAnimationFrame(this.frame);
    this.canvas?.remove();
    this.canvas = null;
    return this;
  }

  override getEvents(): Record<string, L.LeafletEventHandlerFn> {
    return {
      moveend: () => this.paintNow(),
      viewreset: () => this.paintNow(),
      resize: () => this.paintNow(),
      zoom: () => this.follow(this._map.getCenter(), this._map.getZoom()),
      zoomanim: (event) => {
        const { center, zoom } = event as L.ZoomAnimEvent;
        this.follow(center, zoom);
      },
    };
  }

  /** Many calls before the next frame become one. */
  repaint(): void {
    if (this.frame !== 0) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.paintNow();
    });
  }

  /** Where a point of the map's container lies on the canvas. */
  protected onCanvas(containerPoint: L.Point): L.Point {
    return this._map.containerPointToLayerPoint(containerPoint).subtract(this.origin);
  }

  private paintNow(): void {
    const { canvas } = this;
    const map = this._map as L.Map | null;
    // In the middle of an animated zoom the map already has its new zoom, but shows the old one.
    if (!canvas || !map || (map as L.Map & { _animatingZoom?: boolean })._animatingZoom) return;
    const size = map.getSize();
    const [width, height] = [Math.ceil(size.x * (1 + 2 * margin)), Math.ceil(size.y * (1 + 2 * margin))];
    const ratio = Math.min(window.devicePixelRatio || 1, 3);
    canvas.width = width * ratio;
    canvas.height = height * ratio;
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
    this.origin = map.containerPointToLayerPoint(size.multiplyBy(-margin)).round();
    this.topLeft = map.layerPointToLatLng(this.origin);
    L.DomUtil.setTransform(canvas, this.origin, 1);
    const context = canvas.getContext('2d');
    if (!context) return;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const zoom = map.getZoom();
    const worldSize = tileUnit * 2 ** zoom;
    const corner = map.getPixelOrigin().add(this.origin);
    const place = (x: number, y: number) => ({ x: x * worldSize - corner.x, y: y * worldSize - corner.y });
    this.paint({ context, width, height, zoom, worldSize, place });
    this.paintedZoom = zoom;
  }

  private follow(center: L.LatLng, zoom: number): void {
    const map = this._map as ZoomingMap | null;
    if (!this.canvas || !this.topLeft || !map) return;
    const scale = map.getZoomScale(zoom, this.paintedZoom);
    L.DomUtil.setTransform(this.canvas, map._latLngToNewLayerPoint(this.topLeft, zoom, center), scale);
  }
}
