/** A single marker as an SVG element, as the canvas draws it: for lists and the legend. Hidden from screen readers. */
import type { Category, IncidentStatus, ReportStatus, Severity } from '@atesto/contract';
import { glyphElement } from '../glyph-element.js';
import { onColour } from './on-colour.js';
import { glyphShift, shapePath } from './shapes.js';
import { isHollow } from './statuses.js';

const svgSpace = 'http://www.w3.org/2000/svg';
const radius = 11;
const glyphSize = 13;

export function markerElement(
  category: Category | null,
  severity: Severity,
  status: IncidentStatus | ReportStatus,
  sizePixels = 28,
): SVGSVGElement {
  const colour = category?.colour ?? 'currentColor';
  const hollow = isHollow(status);
  const svg = document.createElementNS(svgSpace, 'svg');
  svg.setAttribute('viewBox', '-18 -18 36 36');
  svg.setAttribute('width', String(sizePixels));
  svg.setAttribute('height', String(sizePixels));
  svg.setAttribute('aria-hidden', 'true');
  svg.classList.add('atesto-marker');
  const shape = document.createElementNS(svgSpace, 'path');
  shape.setAttribute('d', shapePath(severity, radius));
  shape.setAttribute('fill', hollow ? 'none' : colour);
  shape.setAttribute('stroke', colour);
  shape.setAttribute('stroke-width', '2');
  const glyph = glyphElement(category?.icon ?? 'dot', glyphSize);
  glyph.setAttribute('x', String(-glyphSize / 2));
  glyph.setAttribute('y', String(-glyphSize / 2 + glyphShift(severity, radius)));
  glyph.setAttribute('color', hollow ? colour : category ? onColour(colour) : 'var(--surface)');
  svg.append(shape, glyph);
  return svg;
}
