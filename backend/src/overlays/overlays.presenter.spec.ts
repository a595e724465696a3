import { describe, expect, it } from '@jest/globals';
import { idOf } from '../../../test/support/samples.js';
import { presentOverlay, presentOverlayDetail } from './overlays.presenter.js';
import type { OverlayRecord } from './overlays.queries.js';

const row: OverlayRecord = {
  id: idOf(1),
  kind: 'areas',
  names: { en: 'Floods' },
  visibility: 'public',
  position: 3,
  opacity: 80,
  attribution: 'Made up',
  shown: true,
  min_zoom: 0,
  max_zoom: 22,
  file: 'f'.repeat(64),
  details: {
    bounds: [0, 0, 1, 1],
    count: 2,
    authority: 'Flood office',
    states: [{ code: 'none', names: { en: 'None' }, colour: '#123456', pattern: 'none' }],
    mapping: { id: 'code', name: 'name' },
  },
  version: 4,
};
const publicKeys = [
  'attribution',
  'authority',
  'bounds',
  'file',
  'id',
  'kind',
  'maxZoom',
  'minZoom',
  'names',
  'opacity',
  'shown',
  'states',
];

describe('an overlay', () => {
  it('shows the public these keys and no other', () => {
    expect(Object.keys(presentOverlay(row)).sort()).toEqual(publicKeys);
    const all = { url: 'https://x.example', layers: 'a', format: 'image/png', transparent: true };
    const whole = { ...row, details: { ...row.details, ...all, tiles: 'vector' as const, deepest: 3 } };
    const more = [...Object.keys(all), 'tiles', 'deepest'];
    expect(Object.keys(presentOverlay(whole)).sort()).toEqual([...publicKeys, ...more].sort());
  });

  it('shows responders some more', () => {
    const more = ['count', 'mapping', 'version', 'visibility'];
    expect(Object.keys(presentOverlayDetail(row)).sort()).toEqual([...publicKeys, ...more].sort());
  });
});
