/** The patterns that tell states of areas apart without their colours, for the canvas and for the legend alike. */
import type { AreaPattern } from '@atesto/contract';

const side = 12;

/** Dark strokes on light colours, light ones on dark. */
export const inkOn = (colour: string): string => {
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  return (red ?? 0) * 0.3 + (green ?? 0) * 0.59 + (blue ?? 0) * 0.11 > 120 ? '#2b1d0e' : '#ffffff';
};

function draw(context: CanvasRenderingContext2D, pattern: AreaPattern): void {
  const line = (x0: number, y0: number, x1: number, y1: number): void => {
    context.moveTo(x0, y0);
    context.lineTo(x1, y1);
  };
  context.beginPath();
  if (pattern === 'dots') {
    for (const [x, y] of [
      [3, 3],
      [9, 9],
    ] as const) {
      context.moveTo(x + 1.3, y);
      context.arc(x, y, 1.3, 0, 2 * Math.PI);
    }
    context.fill();
    return;
  }
  if (pattern === 'lines' || pattern === 'cross') {
    for (const shift of [-side, 0, side]) line(shift, side, shift + side, 0);
  }
  if (pattern === 'cross') for (const shift of [-side, 0, side]) line(shift, 0, shift + side, side);
  context.stroke();
}

/** One tile of it; null where there is none to be drawn. */
export function patternTile(pattern: AreaPattern, colour: string): HTMLCanvasElement | null {
  if (pattern === 'none') return null;
  const ratio = Math.min(Math.ceil(window.devicePixelRatio || 1), 3);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = side * ratio;
  const context = canvas.getContext('2d');
  if (context === null) return null;
  context.scale(ratio, ratio);
  context.strokeStyle = context.fillStyle = inkOn(colour);
  context.lineWidth = 1.3;
  draw(context, pattern);
  return canvas;
}

/** A piece of colour and pattern as it is on the map; decorative, its name stands beside it. */
export function swatch(colour: string, pattern: AreaPattern): HTMLElement {
  const canvas = document.createElement('canvas');
  canvas.className = 'atesto-swatch';
  canvas.setAttribute('aria-hidden', 'true');
  canvas.width = 52;
  canvas.height = 36;
  const context = canvas.getContext('2d');
  if (context === null) return canvas;
  context.fillStyle = colour;
  context.fillRect(0, 0, 52, 36);
  context.scale(2, 2);
  const tile = patternTile(pattern, colour);
  const fill = tile && context.createPattern(tile, 'repeat');
  if (!fill) return canvas;
  fill.setTransform(new DOMMatrix().scale(side / tile.width));
  context.fillStyle = fill;
  context.fillRect(0, 0, 26, 18);
  return canvas;
}
