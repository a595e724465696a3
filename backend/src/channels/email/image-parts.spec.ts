import { describe, expect, it } from '@jest/globals';
import { imageParts } from './image-parts.js';

const text = { part: '1', type: 'text/plain', size: 100 };
const photo = { part: '2', type: 'image/jpeg', size: 900_000, disposition: 'attachment' };

describe('the photos of a mail', () => {
  it('are its images, wherever they stand', () => {
    const shown = { part: '3.2', type: 'image/png', size: 50_000, disposition: 'inline', id: '<a>' };
    const related = { part: '3', type: 'multipart/related', childNodes: [{ part: '3.1', type: 'text/html' }, shown] };
    expect(imageParts({ type: 'multipart/mixed', childNodes: [text, photo, related] }, 8)).toEqual(['2', '3.2']);
    expect(imageParts({ type: 'image/jpeg', size: 900_000 }, 8)).toEqual(['1']);
  });

  it('may be sent as mere bytes with a name', () => {
    const named = {
      part: '2',
      type: 'application/octet-stream',
      size: 5,
      dispositionParameters: { filename: 'a.JPG' },
    };
    const other = { ...named, part: '3', dispositionParameters: { filename: 'a.exe' } };
    expect(imageParts({ type: 'multipart/mixed', childNodes: [named, other] }, 8)).toEqual(['2']);
  });

  it('are not the logos under a signature, nor what nobody can carry, nor without end', () => {
    const logo = { part: '2', type: 'image/png', size: 4_000, id: '<logo>' };
    const huge = { ...photo, size: 80_000_000 };
    expect(imageParts({ type: 'multipart/mixed', childNodes: [text, logo, huge] }, 8)).toEqual([]);
    expect(
      imageParts({ type: 'multipart/mixed', childNodes: Array.from({ length: 20 }, () => photo) }, 8),
    ).toHaveLength(8);
    expect(imageParts(undefined, 8)).toEqual([]);
  });
});
