import { describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { photoPosition } from './photo-position.js';

const picture = () => sharp({ create: { width: 60, height: 40, channels: 3, background: '#4a6f8a' } });
const blob = (bytes: Buffer): Blob => new Blob([new Uint8Array(bytes)]);

async function photo(gps: Record<string, string>): Promise<Buffer> {
  return picture()
    .withExif({ IFD0: { Make: 'A made-up camera' }, ...(Object.keys(gps).length > 0 && { IFD3: gps }) })
    .jpeg()
    .toBuffer();
}

const here = {
  GPSLatitudeRef: 'N',
  GPSLatitude: '18/1 32/1 2112/100',
  GPSLongitudeRef: 'W',
  GPSLongitude: '72/1 20/1 1104/100',
};

describe('the place of a photo', () => {
  it('is read from its EXIF', async () => {
    expect(await photoPosition(blob(await photo(here)))).toEqual({ lat: 18.5392, lon: -72.3364 });
    const south = { ...here, GPSLatitudeRef: 'S', GPSLongitudeRef: 'E', GPSLatitude: '33/1 514080/10000 0/1' };
    expect(await photoPosition(blob(await photo(south)))).toEqual({ lat: -33.8568, lon: 72.3364 });
  });

  it('is nothing without one, without a fix, or off the Earth', async () => {
    expect(await photoPosition(blob(await photo({})))).toBeNull();
    const zero = { ...here, GPSLatitude: '0/1 0/1 0/1', GPSLongitude: '0/1 0/1 0/1' };
    expect(await photoPosition(blob(await photo(zero)))).toBeNull();
    expect(await photoPosition(blob(await photo({ ...here, GPSLatitude: '95/1 0/1 0/1' })))).toBeNull();
    expect(await photoPosition(blob(await photo({ ...here, GPSLatitude: '1/0 0/0 0/1' })))).toBeNull();
  });

  it('is nothing for other files, and for what is cut off anywhere', async () => {
    expect(await photoPosition(blob(await picture().png().toBuffer()))).toBeNull();
    expect(await photoPosition(blob(await picture().jpeg().toBuffer()))).toBeNull();
    expect(await photoPosition(new Blob([]))).toBeNull();
    expect(await photoPosition(new Blob(['words']))).toBeNull();
    const whole = await photo(here);
    for (let length = 0; length < 200; length++) {
      const found = await photoPosition(blob(whole.subarray(0, length)));
      expect([length, found === null || found.lat === 18.5392]).toEqual([length, true]);
    }
  });
});
