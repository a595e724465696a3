import { describe, expect, it } from '@jest/globals';
import decodeQR from 'qr/decode.js';
import sharp from 'sharp';
import { qrPath, qrSvg } from './qr-path.js';

const read = async (svg: string): Promise<string> => {
  const { data, info } = await sharp(Buffer.from(svg))
    .resize(400)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return decodeQR({ data: new Uint8Array(data), width: info.width, height: info.height });
};

describe('a QR code', () => {
  it.each(['http://localhost:3000/report/main', 'https://flood.example.org/report/river-valley-2026'])(
    'of %s is read back by a decoder',
    async (address) => {
      expect(await read(qrSvg(address))).toBe(address);
    },
  );

  it('is read back with a corner of it scribbled over', async () => {
    const address = 'https://flood.example.org/report/main';
    const { size } = qrPath(address);
    const scribble = `<path d="M${size - 9} ${size - 9}h5v5h-5z"/></svg>`;
    expect(await read(qrSvg(address).replace('</svg>', scribble))).toBe(address);
  });

  it('keeps four modules white on every side', () => {
    const { size, path } = qrPath('https://example.org');
    const starts = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map((found) => found.slice(1).map(Number));
    for (const [x = 0, y = 0, width = 0] of starts) {
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(4);
      expect(Math.max(x + width, y + 1)).toBeLessThanOrEqual(size - 4);
    }
  });
});
