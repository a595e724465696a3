/** A QR code as one SVG path, a unit for each module: for the poster, and for whoever makes a poster of their own. */
import encodeQR from 'qr';

export interface QrPath {
  /** Modules along a side, the quiet zone of four that readers need included. */
  size: number;
  path: string;
}

/** A quarter of the code may be torn, wet or scribbled over. */
export function qrPath(text: string): QrPath {
  const rows = encodeQR(text, 'raw', { ecc: 'quartile', border: 4 });
  let path = '';
  rows.forEach((row, y) => {
    for (let x = 0; x < row.length; x += 1) {
      if (row[x] !== true) continue;
      const start = x;
      while (row[x + 1] === true) x += 1;
      const width = x - start + 1;
      path += `M${start} ${y}h${width}v1h-${width}z`;
    }
  });
  return { size: rows.length, path };
}

export function qrSvg(text: string): string {
  const { size, path } = qrPath(text);
  const box = `viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"`;
  const ground = `<path fill="#fff" d="M0 0h${size}v${size}H0z"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${box}>${ground}<path d="${path}"/></svg>`;
}
