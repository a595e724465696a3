/** A category's icon as an SVG element, coloured by `currentColor`; decorative, so hidden from screen readers. */
export function glyphElement(_icon: string, sizePixels = 16): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('width', String(sizePixels));
  svg.setAttribute('height', String(sizePixels));
  svg.setAttribute('aria-hidden', 'true');
  return svg;
}
