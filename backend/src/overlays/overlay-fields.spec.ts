import { describe, expect, it } from '@jest/globals';
import type { NewOverlay, OverlayFileView, OverlayKind } from '@atesto/contract';
import { idOf } from '../../../test/support/samples.js';
import { newOverlay, overlayFaults } from './overlay-fields.js';

const facts = (kind: OverlayFileView['kind']): OverlayFileView => ({
  file: 'f',
  kind,
  count: 2,
  bounds: [0, 0, 1, 1],
  properties: [],
});
const input = (kind: OverlayKind, parts: object = {}): NewOverlay => ({ kind, names: { en: 'Floods' }, ...parts });
const pointers = (kind: OverlayKind, parts: object = {}, found: OverlayFileView | null = null): string[] =>
  overlayFaults(kind, input(kind, parts), found, true).map(({ pointer }) => pointer);
const url = 'https://tiles.example.org/{z}/{x}/{y}.png';
const mapping = { id: 'code', name: 'name' };

describe('an overlay', () => {
  it('has what its kind needs', () => {
    expect(pointers('xyz', { url })).toEqual([]);
    expect(pointers('wms', { url: 'https://maps.example.org/wms', layers: 'a,b' })).toEqual([]);
    expect(pointers('geojson', { file: 'f' }, facts('geojson'))).toEqual([]);
    expect(pointers('pmtiles', { file: 'f' }, facts('pmtiles'))).toEqual([]);
    expect(pointers('areas', { file: 'f', authority: 'Office', mapping }, facts('geojson'))).toEqual([]);
  });

  it.each([
    ['xyz', {}, ['/url']],
    ['xyz', { url: 'http://tiles.example.org/{z}/{x}/{y}' }, ['/url']],
    ['xyz', { url, layers: 'a' }, ['/layers']],
    ['wms', { url: 'https://maps.example.org/wms', layers: 'a&b=c' }, ['/layers']],
    ['geojson', { file: 'gone' }, ['/file']],
    ['areas', { file: 'f', authority: ' ', mapping }, ['/authority']],
    ['xyz', { url, names: {} }, ['/names']],
    ['xyz', { url, names: { en: ' ' } }, ['/names/en']],
  ] as [OverlayKind, object, string[]][])('of the kind %s is refused with %j', (kind, parts, expected) => {
    const found = 'authority' in parts ? facts('geojson') : null;
    expect(pointers(kind, parts, found)).toEqual(expected);
  });

  it('does not take tiles for shapes', () => {
    expect(pointers('geojson', { file: 'f' }, facts('pmtiles'))).toEqual(['/file']);
  });

  it('of areas begins with states of its own, each there once', () => {
    const row = newOverlay(idOf(1), 1, input('areas', { file: 'f', authority: 'Office', mapping }), facts('geojson'));
    expect(row.details.states?.map(({ code }) => code)).toEqual(['none', 'watch', 'warning', 'evacuate']);
    const twice = row.details.states?.map((state) => ({ ...state, code: 'same' }));
    expect(pointers('areas', { file: 'f', authority: 'O', mapping, states: twice }, facts('geojson'))[0]).toBe(
      '/states/1/code',
    );
  });
});
