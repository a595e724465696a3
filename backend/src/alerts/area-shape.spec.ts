import { describe, expect, it } from '@jest/globals';
import { boxOf, columnsOf, holds, metresBetween, shapeOf, shapeOfColumns, touches, type Shape } from './area-shape.js';

const circle = (lat: number, lon: number, radius: number): Shape => ({ kind: 'circle', lat, lon, radius });
const ring = (area: string): Shape => shapeOf({ area });
const square = ring('0,0;2,0;2,2;0,2');
const everywhere: Shape = { kind: 'everywhere' };

describe('an area', () => {
  it('is a circle, a ring, or everywhere, never two, never crossed', () => {
    expect(shapeOf({})).toEqual(everywhere);
    expect(shapeOf({ circle: { lat: 1, lon: 2, radius: 500 } })).toEqual(circle(1, 2, 500));
    expect(() => shapeOf({ area: '0,0;1,0;1,1', circle: { lat: 1, lon: 2, radius: 500 } })).toThrow();
    expect(() => ring('0,0;2,2;2,0;0,2')).toThrow();
  });

  it('is kept in columns and comes back as it was', () => {
    for (const shape of [everywhere, square, circle(1, 2, 500)]) {
      expect(shapeOfColumns(columnsOf(shape))).toEqual(shape);
    }
  });

  it('holds what lies in it; without a place only everywhere does', () => {
    expect(metresBetween({ lat: 0, lon: 0 }, { lat: 0, lon: 1 })).toBeCloseTo(111_195, -1);
    expect([
      holds(circle(0, 0, 1000), { lat: 0.0089, lon: 0 }),
      holds(circle(0, 0, 1000), { lat: 0.0091, lon: 0 }),
    ]).toEqual([true, false]);
    expect([holds(square, { lat: 1, lon: 1 }), holds(square, { lat: 1, lon: 2.1 })]).toEqual([true, false]);
    expect([holds(everywhere, null), holds(square, null), holds(circle(0, 0, 1000), null)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('goes on beyond the antimeridian', () => {
    const across = ring('179,-1;181,-1;181,1;179,1');
    expect([holds(across, { lat: 0, lon: -179.5 }), holds(across, { lat: 0, lon: 179.5 })]).toEqual([true, true]);
    expect(holds(across, { lat: 0, lon: 178 })).toBe(false);
    expect(holds(circle(0, 179.9, 50_000), { lat: 0, lon: -179.9 })).toBe(true);
    expect(touches(across, ring('-180,-1;-179.5,-1;-179.5,1;-180,1'))).toBe(true);
    expect([boxOf(across), boxOf(circle(0, 179.9, 50_000)), boxOf(everywhere)]).toEqual([null, null, null]);
  });

  it('touches another one that shares a point with it', () => {
    expect(touches(everywhere, square)).toBe(true);
    expect(touches(circle(0, 0, 60_000), circle(0, 1, 60_000))).toBe(true);
    expect(touches(circle(0, 0, 50_000), circle(0, 1, 50_000))).toBe(false);
    // Beside an edge, within, and around.
    expect(touches(circle(1, 2.1, 12_000), square)).toBe(true);
    expect(touches(circle(1, 2.1, 10_000), square)).toBe(false);
    expect(touches(square, circle(1, 1, 100))).toBe(true);
    expect(touches(circle(1, 1, 900_000), square)).toBe(true);
    // A cross, whose corners lie outside of each other; one within the other; beside.
    expect(touches(ring('-1,0.5;3,0.5;3,1.5;-1,1.5'), square)).toBe(true);
    expect(touches(ring('0.5,0.5;1,0.5;1,1'), square)).toBe(true);
    expect(touches(square, ring('0.5,0.5;1,0.5;1,1'))).toBe(true);
    expect(touches(square, ring('3,0;4,0;4,1'))).toBe(false);
  });

  it('lies in its box', () => {
    for (const lat of [-80, 0, 45, 70]) {
      const box = boxOf(circle(lat, 10, 100_000))!;
      for (let turn = 0; turn < 360; turn += 7) {
        const [y, x] = [Math.sin((turn * Math.PI) / 180), Math.cos((turn * Math.PI) / 180)];
        const point = { lat: lat + y, lon: 10 + x / Math.cos((lat * Math.PI) / 180) };
        if (!holds(circle(lat, 10, 100_000), point)) continue;
        expect(point.lat >= box.south && point.lat <= box.north && point.lon >= box.west && point.lon <= box.east).toBe(
          true,
        );
      }
    }
  });
});
