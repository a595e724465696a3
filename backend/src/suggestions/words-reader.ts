/** Reads places out of words for a deployment: its names are made ready on first use and kept. */
import { Injectable } from '@nestjs/common';
import type { Bounds, Location } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import { Gazetteer } from '../map/index.js';
import { AreaNames } from './places/area-names.js';
import { placesInWords } from './places/places-in-words.js';
import type { PlaceInWords } from './places/place-in-words.js';

/** Areas are few; those of the whole world are large. */
const mostAreas = 12;

/** Square degrees; the largest country has less. In a wider area a name says nothing, since it stands there many times. */
const widest = 8_000;

function isCrisis({ west, south, east, north }: Bounds): boolean {
  const width = west > east ? east + 360 - west : east - west;
  return width * (north - south) <= widest;
}

export interface ReadWords {
  /** Only when it is certain. */
  location: Location | null;
  /** The words that named it. */
  place: string | null;
}

@Injectable()
export class WordsReader {
  private readonly areas = new Map<string, Promise<AreaNames>>();

  constructor(private readonly gazetteer: Gazetteer) {}

  async readWords(deployment: Deployment, text: string): Promise<ReadWords> {
    const [best] = await this.placesIn(deployment, text);
    if (best?.confidence !== 'certain') return { location: null, place: null };
    const { lat, lon, accuracyMetres: accuracy, start, end } = best;
    return { location: { lat, lon, accuracy }, place: text.slice(start, end) };
  }

  /** The likeliest first. */
  async placesIn({ area, languages }: Deployment, text: string): Promise<PlaceInWords[]> {
    return placesInWords(text, { gazetteer: await this.namesOf(area), area, languages }).places;
  }

  private namesOf(area: Bounds): Promise<AreaNames> {
    const key = [area.west, area.south, area.east, area.north].join();
    const known = this.areas.get(key);
    if (known !== undefined) return known;
    const places = isCrisis(area) ? this.gazetteer.around(area) : Promise.resolve([]);
    const names = places.then((around) => new AreaNames(around));
    names.catch(() => this.areas.delete(key));
    if (this.areas.size >= mostAreas) this.areas.clear();
    this.areas.set(key, names);
    return names;
  }
}
