import { describe, expect, it } from '@jest/globals';
import { tilesOver } from './map-tiles.js';

const zooms = { landMaxZoom: 7, placeZooms: [2, 4, 6, 8] };
const country = { west: -74.5, south: 18, east: -71.6, north: 20.1 };

describe('the tiles that a phone keeps', () => {
  it('lie over the area at every zoom, towns and land', () => {
    const paths = tilesOver(country, zooms);
    expect(paths).toEqual(
      expect.arrayContaining(['/basemap/0/0/0.mvt', '/basemap/7/38/57.mvt', '/basemap/places/8/75/114.mvt']),
    );
    expect(paths.length).toBeLessThan(50);
    expect(new Set(paths).size).toBe(paths.length);
  });

  it('are only the far ones of a large area', () => {
    const world = { west: -180, south: -90, east: 180, north: 90 };
    const paths = tilesOver(world, zooms);
    expect(paths).toHaveLength(1 + 4 + 16 + 16);
    expect(paths).toContain('/basemap/2/3/3.mvt');
  });

  it('go on across the antimeridian', () => {
    const paths = tilesOver({ west: 178, south: -18, east: -179, north: -17 }, zooms);
    expect(paths).toEqual(expect.arrayContaining(['/basemap/7/127/70.mvt', '/basemap/7/0/70.mvt']));
  });
});
