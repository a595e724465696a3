/**
 * A geocoder of the operator's choice, Nominatim or one that speaks like it: it knows streets. Its answers come in
 * addition; when it is slow, busy or wrong, nobody notices.
 */
import { Inject, Injectable } from '@nestjs/common';
import type { Bounds, SuggestedPlace } from '@atesto/contract';
import { CONFIG, type Config } from '../../platform/index.js';

const timeLimitMs = 3000;
/** More at once would make us a burden to it; the rest goes without. */
const mostAtOnce = 4;

export interface Geocoded {
  items: SuggestedPlace[];
  attribution: string[];
}

const nothing: Geocoded = { items: [], attribution: [] };

interface NominatimAnswer {
  lat?: unknown;
  lon?: unknown;
  name?: unknown;
  display_name?: unknown;
  licence?: unknown;
  address?: Record<string, unknown>;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 200) : '');

/** Null for what has no name or is not on Earth. */
export function readAnswer(answer: NominatimAnswer): SuggestedPlace | null {
  const [lat, lon] = [Number(answer.lat), Number(answer.lon)];
  const display = textOf(answer.display_name).split(', ');
  const name = textOf(answer.name) || (display[0] ?? '');
  if (name === '' || !(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) return null;
  const { city, town, village, state, country_code: code } = answer.address ?? {};
  const region = [city, town, village, state].map(textOf).find((part) => part !== '' && part !== name) ?? null;
  const country = /^[a-z]{2}$/i.test(textOf(code)) ? textOf(code).toUpperCase() : '';
  return { name, region, country, lat, lon, population: 0 };
}

export function readAnswers(answers: unknown): Geocoded {
  if (!Array.isArray(answers)) return nothing;
  const objects = answers.filter((one): one is NominatimAnswer => typeof one === 'object' && one !== null);
  const items = objects.map(readAnswer).filter((one) => one !== null);
  const attribution = [...new Set(objects.map(({ licence }) => textOf(licence)).filter((words) => words !== ''))];
  return { items, attribution };
}

export function searchAddress(base: string, words: string, area: Bounds, limit: number, language: string): URL {
  const url = new URL(base);
  url.pathname = `${url.pathname.replace(/\/(search)?\/*$/, '')}/search`;
  const query = { q: words, format: 'jsonv2', addressdetails: '1', limit: String(limit), 'accept-language': language };
  for (const [name, value] of Object.entries(query)) if (value !== '') url.searchParams.set(name, value);
  const { west, south, east, north } = area;
  // Only a wish; what is outside is answered too.
  if (west < east) url.searchParams.set('viewbox', [west, north, east, south].join(','));
  return url;
}

@Injectable()
export class Geocoder {
  private running = 0;

  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'geocoderUrl' | 'publicUrl'>) {}

  async search(words: string, area: Bounds, limit: number, language: string): Promise<Geocoded> {
    const { geocoderUrl, publicUrl } = this.config;
    // Two letters mean nothing to a geocoder.
    if (geocoderUrl === null || words.trim().length < 3 || this.running >= mostAtOnce) return nothing;
    this.running += 1;
    try {
      const response = await fetch(searchAddress(geocoderUrl, words, area, limit, language), {
        // Public geocoders want to know who asks.
        headers: { accept: 'application/json', 'user-agent': `Atesto (${publicUrl})` },
        redirect: 'error',
        signal: AbortSignal.timeout(timeLimitMs),
      });
      if (response.ok) return readAnswers(await response.json());
      // An answer that nobody reads holds its connection.
      await response.body?.cancel();
      return nothing;
    } catch {
      return nothing;
    } finally {
      this.running -= 1;
    }
  }
}
