/** A single marker as an SVG element, as the canvas draws it: for lists and the legend. Hidden from screen readers. */
import type { Category, IncidentStatus, ReportStatus, Severity } from '@atesto/contract';
import { glyphElement } from '../glyph-element.js';
import { onColour } from './on-colour.js';
import { glyphShift, shapePath } from './shapes.js';
import { badges, isHollow } from './statuses.js';

const svgSpace = 'http://www.w3.org/2000/svg';
const radius = 11;
const glyphSize = 13;
const uncategorised = '#4c5968';

export function markerElement(
  category: Category | null,
  severity: Severity,
  status: IncidentStatus | ReportStatus,
  sizePixels = 28,
): SVGSVGElement {
  const colour = category?.colour ?? uncategorised;
  const hollow = isHollow(status);
  const svg = document.createElementNS(svgSpace, 'svg');
  svg.setAttribute('viewBox', '-18 -18 36 36');
  svg.setAttribute('width', String(sizePixels));
  svg.setAttribute('height', String(sizePixels));
  svg.setAttribute('aria-hidden', 'true');
  svg.classList.add('atesto-marker');
  const outline = (fill: string, stroke: string, width: string): SVGPathElement => {
    const shape = document.createElementNS(svgSpace, 'path');
    shape.setAttribute('d', shapePath(severity, radius));
    shape.setAttribute('fill', fill);
    shape.setAttribute('stroke', stroke);
    shape.setAttribute('stroke-width', width);
    return shape;
  };
  const rim = 'var(--map-rim, #fff)';
  const glyph = glyphElement(category?.icon ?? 'dot', glyphSize);
  glyph.setAttribute('x', String(-glyphSize / 2));
  glyph.setAttribute('y', String(-glyphSize / 2 + glyphShift(severity, radius)));
  glyph.setAttribute('color', hollow ? colour : onColour(colour));
  svg.append(outline(rim, rim, '5'), outline(hollow ? rim : colour, colour, '2'), glyph);
  const badge = badges[status];
  if (badge !== undefined) svg.append(...badgeOf(badge));
  return svg;
}

/** At the upper right, as on the canvas. */
function badgeOf(text: string): SVGElement[] {
  const disc = document.createElementNS(svgSpace, 'circle');
  disc.setAttribute('cx', '10');
  disc.setAttribute('cy', '-10');
  disc.setAttribute('r', text === '' ? '4.5' : '7');
  disc.setAttribute('fill', text === '' ? 'var(--accent)' : 'var(--surface)');
  disc.setAttribute('stroke', text === '' ? 'var(--surface)' : 'var(--ink-2)');
  disc.setAttribute('stroke-width', text === '' ? '2' : '1');
  if (text === '') return [disc];
  const words = document.createElementNS(svgSpace, 'text');
  words.setAttribute('x', '10');
  words.setAttribute('y', '-6.5');
  words.setAttribute('text-anchor', 'middle');
  words.setAttribute('font-size', '10');
  words.setAttribute('font-weight', '700');
  words.setAttribute('fill', 'var(--ink)');
  words.textContent = text;
  return [disc, words];
}
