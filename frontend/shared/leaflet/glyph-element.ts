/** A category's icon as an SVG element, coloured by `currentColor`; decorative, so hidden from screen readers. */
import { glyphBox, glyphPath } from './markers/glyphs.js';

const svgSpace = 'http://www.w3.org/2000/svg';

export function glyphElement(icon: string, sizePixels = 16): SVGSVGElement {
  const svg = document.createElementNS(svgSpace, 'svg');
  svg.setAttribute('viewBox', `0 0 ${glyphBox} ${glyphBox}`);
  svg.setAttribute('width', String(sizePixels));
  svg.setAttribute('height', String(sizePixels));
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(svgSpace, 'path');
  path.setAttribute('d', glyphPath(icon));
  path.setAttribute('fill', 'currentColor');
  path.setAttribute('fill-rule', 'evenodd');
  svg.append(path);
  return svg;
}
