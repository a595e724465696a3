/** Draws single markers and clusters: colour and glyph by category, outline by severity, fill by status. */
import type { Category, Severity } from '@atesto/contract';
import type { Palette } from '../palette.js';
import type { TilePoint } from './decode-tile.js';
import { glyphBox, glyphPath } from './glyphs.js';
import type { ShownCluster, ShownSpot } from './group-markers.js';
import { onColour } from './on-colour.js';
import { glyphShift, shapePath } from './shapes.js';
import { badges, isHollow } from './statuses.js';

export interface Brush {
  context: CanvasRenderingContext2D;
  palette: Palette;
  categories: ReadonlyMap<string, Category>;
  language: string;
}

const markerRadius = 11;
/** As dark as the categories' own colours, since it stands on the same light rim. */
const uncategorised = '#4c5968';
const tau = 2 * Math.PI;

/** Building a path from text costs more than drawing it. */
const paths = new Map<string, Path2D>();
const pathOf = (svg: string): Path2D => {
  const path = paths.get(svg) ?? new Path2D(svg);
  paths.set(svg, path);
  return path;
};

export function drawSpot(brush: Brush, spot: ShownSpot, at: { x: number; y: number }): void {
  const { context, palette } = brush;
  const [point] = spot.points as [TilePoint];
  const category = brush.categories.get(point.category ?? '');
  const colour = category?.colour ?? uncategorised;
  context.save();
  context.translate(at.x, at.y);
  context.globalAlpha = point.status === 'rejected' ? 0.55 : 1;
  const shape = pathOf(shapePath(point.severity, markerRadius));
  const outlined = isHollow(point.status);
  context.lineJoin = 'round';
  // A light rim parts it from the map and from its neighbours.
  context.strokeStyle = palette.rim;
  context.lineWidth = 4.5;
  withShadow(context, () => context.stroke(shape));
  context.fillStyle = outlined ? palette.rim : colour;
  context.fill(shape);
  if (outlined) {
    context.strokeStyle = colour;
    context.lineWidth = 2;
    context.stroke(shape);
  }
  drawGlyph(brush, category?.icon ?? 'dot', point.severity, outlined ? colour : onColour(colour));
  if (spot.points.length > 1) drawBadge(brush, String(spot.points.length), palette.ink, palette.surface);
  else drawStatus(brush, point.status);
  context.restore();
}

function drawGlyph({ context }: Brush, icon: string, severity: Severity, colour: string): void {
  const size = severity === 'critical' ? 12.5 : 14;
  context.save();
  context.translate(-size / 2, -size / 2 + glyphShift(severity, markerRadius));
  context.scale(size / glyphBox, size / glyphBox);
  context.fillStyle = colour;
  context.fill(pathOf(glyphPath(icon)), 'evenodd');
  context.restore();
}

function drawStatus(brush: Brush, status: TilePoint['status']): void {
  const { palette } = brush;
  const badge = badges[status];
  if (badge === '') drawBadge(brush, '', palette.accent, palette.surface);
  else if (badge !== undefined) drawBadge(brush, badge, palette.surface, palette.ink);
}

function drawBadge({ context, palette }: Brush, text: string, fill: string, ink: string): void {
  const [x, y] = [10, -10];
  context.font = '700 10px system-ui, sans-serif';
  const half = text.length > 1 ? context.measureText(text).width / 2 + 4 : text === '' ? 4.5 : 7;
  const height = text === '' ? 4.5 : 7;
  context.beginPath();
  context.roundRect(x - half, y - height, half * 2, height * 2, height);
  context.strokeStyle = fill === palette.surface ? palette.plain : palette.surface;
  context.lineWidth = fill === palette.surface ? 1 : 2;
  context.fillStyle = fill;
  context.fill();
  context.stroke();
  context.fillStyle = ink;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(text, x, y + 0.5);
}

export function drawCluster(brush: Brush, cluster: ShownCluster, at: { x: number; y: number }): void {
  const { context, palette, language } = brush;
  const { radius, severity, count } = cluster;
  const rim = palette.severities[severity];
  context.save();
  context.translate(at.x, at.y);
  context.beginPath();
  context.arc(0, 0, radius, 0, tau);
  context.fillStyle = palette.surface;
  withShadow(context, () => context.fill());
  context.lineWidth = severity === 'critical' ? 4.5 : severity === 'high' ? 3.5 : 2.5;
  context.strokeStyle = rim;
  context.beginPath();
  context.arc(0, 0, radius - context.lineWidth / 2, 0, tau);
  context.stroke();
  context.fillStyle = palette.ink;
  context.font = `650 ${count > 9999 ? 11 : 12.5}px system-ui, sans-serif`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(new Intl.NumberFormat(language, { notation: 'compact' }).format(count), 0, 0.5);
  // The outline of the worst inside, for those who can't tell the rims apart.
  if (severity === 'high' || severity === 'critical') {
    const mark = pathOf(shapePath(severity, 4.5));
    context.translate(radius * 0.72, -radius * 0.72);
    context.strokeStyle = palette.surface;
    context.lineWidth = 3;
    context.stroke(mark);
    context.fillStyle = rim;
    context.fill(mark);
  }
  context.restore();
}

/** Rings what is selected, wherever it is: alone, among others at one place, or inside a cluster. */
export function drawSelection({ context, palette }: Brush, at: { x: number; y: number }, radius: number): void {
  context.beginPath();
  context.arc(at.x, at.y, radius, 0, tau);
  context.lineWidth = 7;
  context.strokeStyle = palette.surface;
  context.stroke();
  context.lineWidth = 3.5;
  context.strokeStyle = palette.accent;
  context.stroke();
}

function withShadow(context: CanvasRenderingContext2D, draw: () => void): void {
  context.shadowColor = 'rgb(10 20 30 / 35%)';
  context.shadowBlur = 4;
  context.shadowOffsetY = 1;
  draw();
  context.shadowColor = 'transparent';
}
