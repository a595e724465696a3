import { describe, expect, it } from '@jest/globals';
import type { OverlayDetail, OverlayFileView } from '@atesto/contract';
import { draftOf, guessMapping, hostOf, newDraft, newOverlayOf, patchOf } from './layer-draft.js';

const codes = ['none', 'watch', 'warning', 'evacuate'];
const found: OverlayFileView = {
  file: 'f',
  kind: 'geojson',
  count: 3,
  bounds: [0, 0, 1, 1],
  properties: [
    { name: 'changed', values: ['a', 'b', 'c'], distinct: 3 },
    { name: 'geom_id', values: ['1', '2', '3'], distinct: 3 },
    { name: 'state', values: ['0', '2', '4', 'watch', 'odd'], distinct: 5 },
  ],
};

describe('a layer that is typed', () => {
  it('sends what its kind has', () => {
    const draft = { ...newDraft('xyz'), names: { en: ' Relief ', de: ' ' }, url: ' https://x.example/{z}/{x}/{y} ' };
    const sent = newOverlayOf(draft);
    expect(sent).toMatchObject({ kind: 'xyz', names: { en: 'Relief' }, url: 'https://x.example/{z}/{x}/{y}' });
    expect(Object.keys(sent)).not.toContain('layers');
    expect(Object.keys(newOverlayOf({ ...newDraft('geojson'), found }))).toContain('file');
  });

  it('sends of a change only what is other than it was', () => {
    const layer = {
      ...{ id: '1', kind: 'xyz', names: { en: 'A' }, attribution: '', opacity: 50, shown: true, minZoom: 0 },
      ...{
        maxZoom: 19,
        bounds: null,
        file: null,
        url: 'https://x.example/',
        visibility: 'public',
        version: 2,
        count: 0,
      },
    } as OverlayDetail;
    expect(patchOf({ ...draftOf(layer), opacity: 80 }, layer)).toEqual({ opacity: 80 });
    expect(patchOf(draftOf(layer), layer)).toEqual({});
  });
});

describe('a file of areas', () => {
  it('has its properties guessed, for a person to look at', () => {
    const mapping = guessMapping(found, codes);
    expect(mapping).toMatchObject({ id: 'geom_id', name: 'geom_id', state: 'state' });
    expect(mapping.values).toEqual({ '0': 'none', '2': 'warning', '4': 'evacuate', watch: 'watch', odd: 'none' });
  });
});

describe('the host that is called', () => {
  it('is that of the address', () => {
    expect(hostOf('https://{s}.tiles.example.org/{z}/{x}/{y}.png')).toBe('tiles.example.org');
    expect(hostOf('tiles')).toBeNull();
  });
});
