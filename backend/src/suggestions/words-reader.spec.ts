import { describe, expect, it } from '@jest/globals';
import type { Bounds } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import type { Gazetteer } from '../map/index.js';
import { WordsReader } from './words-reader.js';

const town = { name: 'Valdorée', lat: 41.2, lon: 11.5, population: 20_000, country: 'IT', region: null, namesake: 0 };
const gazetteer = { around: () => Promise.resolve([town]) } as unknown as Gazetteer;
const inArea = (area: Bounds): Deployment => ({ area, languages: ['en'] }) as unknown as Deployment;
const country = { west: 10, south: 40, east: 13, north: 43 };
const world = { west: -180, south: -85, east: 180, north: 85 };

describe('reading places for a deployment', () => {
  it('knows the names of its area', async () => {
    const read = await new WordsReader(gazetteer).readWords(inArea(country), 'Water in Valdorée');
    expect(read).toMatchObject({ location: { lat: 41.2, lon: 11.5 }, place: 'Valdorée' });
  });

  it('knows no names where the area is the world, but reads coordinates there', async () => {
    const reader = new WordsReader(gazetteer);
    expect(await reader.readWords(inArea(world), 'Water in Valdorée')).toEqual({ location: null, place: null });
    const read = await reader.readWords(inArea(world), 'Water at 41.25012, 11.50034');
    expect(read.location).toMatchObject({ lat: 41.25012, lon: 11.50034 });
  });
});
