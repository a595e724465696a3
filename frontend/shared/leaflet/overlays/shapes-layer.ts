/** Draws shapes on one canvas beneath the names and markers, and tells which of them is at a place. */
import L from 'leaflet';
import { PaintLayer, type Painting } from '../paint-layer.js';
import { shapeAt, type Shape } from './prepare-shapes.js';

export interface ShapeStyle {
  stroke: string;
  width: number;
  fill: string;
  fillOpacity: number;
  /** A light edge around the line, so that dark colours are seen on a dark map. */
  isHaloed?: boolean;
  /** Drawn over the fill. */
  pattern?: HTMLCanvasElement | null;
}

export interface ShapesLayerOptions {
  pane: string;
  paneOrder: number;
  shapes: readonly Shape[];
  style: (shape: Shape) => ShapeStyle;
}

const pointRadius = 6;
/** Corners nearer to the last one than this are not seen. */
const leastPixels = 0.7;

export class ShapesLayer extends PaintLayer {
  constructor(private readonly settings: ShapesLayerOptions) {
    super(settings.pane, settings.paneOrder);
  }

  shapeAt(place: L.LatLng, zoom: number, gracePixels: number): Shape | null {
    const { x, y } = L.CRS.EPSG3857.latLngToPoint(place, 0).divideBy(256);
    const reach = (pointRadius + gracePixels) / (256 * 2 ** zoom);
    // What was drawn beyond the date line stands there, or one world further.
    for (const copy of [0, 1, -1]) {
      const found = shapeAt(this.settings.shapes, x - Math.floor(x) + copy, y, reach);
      if (found) return found;
    }
    return null;
  }

  protected override paint(painting: Painting): void {
    const { context, width, worldSize, place } = painting;
    context.lineJoin = 'round';
    const left = place(0, 0).x;
    const [first, last] = [Math.floor(-left / worldSize) - 1, Math.floor((width - left) / worldSize) + 1];
    for (let copy = first; copy <= last; copy++) {
      for (const shape of this.settings.shapes) this.paintShape(painting, shape, copy);
    }
  }

  private paintShape(painting: Painting, shape: Shape, copy: number): void {
    const { context, width, height, place } = painting;
    const from = place(shape.west + copy, shape.north);
    const to = place(shape.east + copy, shape.south);
    if (to.x < -20 || to.y < -20 || from.x > width + 20 || from.y > height + 20) return;
    const style = this.settings.style(shape);
    context.beginPath();
    if (shape.kind === 'point') context.arc(from.x, from.y, pointRadius, 0, 2 * Math.PI);
    else for (const part of shape.parts) trace(painting, part, copy, shape.kind === 'area');
    if (shape.kind !== 'line') fill(painting, style, shape.kind === 'point');
    if (style.isHaloed) {
      context.globalAlpha = 0.55;
      context.strokeStyle = '#ffffff';
      context.lineWidth = style.width + 2.5;
      context.stroke();
    }
    context.globalAlpha = 1;
    context.strokeStyle = shape.kind === 'point' ? '#ffffff' : style.stroke;
    context.lineWidth = shape.kind === 'point' ? 1.5 : style.width;
    if (context.lineWidth > 0 && style.width > 0) context.stroke();
  }
}

function fill({ context, place }: Painting, style: ShapeStyle, isPoint: boolean): void {
  context.globalAlpha = isPoint ? 1 : style.fillOpacity;
  context.fillStyle = isPoint ? style.stroke : style.fill;
  context.fill('evenodd');
  const pattern = style.pattern ? context.createPattern(style.pattern, 'repeat') : null;
  if (!pattern || !style.pattern) return;
  const size = 12;
  // It stays where it is on the ground while the map is moved.
  const { x, y } = place(0, 0);
  pattern.setTransform(new DOMMatrix().translate(x % size, y % size).scale(size / style.pattern.width));
  context.globalAlpha = Math.min(1, style.fillOpacity + 0.1);
  context.fillStyle = pattern;
  context.fill('evenodd');
}

function trace({ context, place }: Painting, part: Float64Array, copy: number, isClosed: boolean): void {
  let [lastX, lastY] = [Infinity, Infinity];
  for (let at = 0; at < part.length; at += 2) {
    const { x, y } = place(part[at]! + copy, part[at + 1]!);
    if (at === 0) context.moveTo(x, y);
    else if (at + 2 < part.length && Math.abs(x - lastX) + Math.abs(y - lastY) < leastPixels) continue;
    else context.lineTo(x, y);
    [lastX, lastY] = [x, y];
  }
  if (isClosed) context.closePath();
}
