/**
 * Names for what is being typed: at once from the list that the phone keeps, then from the server while there is a
 * network. Answers to what was typed before are dropped.
 */
import type { OfflinePlaces, SuggestedPlace, SuggestedPlaces } from '@atesto/contract';
import { foldName } from './fold-name.js';

export interface Suggestion {
  name: string;
  region: string | null;
  country: string;
  lat: number;
  lon: number;
  /** Metres. */
  accuracy: number;
}

export interface Suggestions {
  items: Suggestion[];
  attribution: string[];
}

const most = 6;
const pauseMs = 250;

/** About how far a place of so many people reaches; as the offline list has it. Streets have none. */
const reachMetres = ({ population }: SuggestedPlace): number =>
  population === 0 ? 200 : Math.min(30_000, Math.max(500, Math.sqrt(population) * 10));

/** Names that begin so, then names with a word that does; the list is ordered by size already. */
export function searchList(list: OfflinePlaces, folded: readonly string[], text: string): Suggestion[] {
  const wanted = foldName(text.split(',')[0] ?? '');
  if (wanted === '') return [];
  const starts: number[] = [];
  const inside: number[] = [];
  folded.forEach((name, at) => {
    if (name.startsWith(wanted)) starts.push(at);
    else if (name.includes(` ${wanted}`)) inside.push(at);
  });
  return [...starts, ...inside].slice(0, most).map((at) => {
    const [name, lat, lon, country, kilometres] = list.places[at]!;
    return { name, region: null, country, lat, lon, accuracy: kilometres * 1000 };
  });
}

export interface Suggester {
  /** Calls back once or twice, until something else is asked. */
  ask: (text: string) => void;
  /** Fetches the list, so that it is there when the network is not. */
  keepList: () => Promise<void>;
}

export function createSuggester(
  base: string,
  language: string,
  show: (found: Suggestions) => void,
  get: (url: string, signal?: AbortSignal) => Promise<unknown>,
): Suggester {
  let list: OfflinePlaces | null = null;
  let folded: string[] = [];
  let loading: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: AbortController | null = null;

  const keepList = (): Promise<void> => {
    loading ??= get(`${base}/places.json`).then(
      (loaded) => {
        list = loaded as OfflinePlaces;
        folded = list.places.map(([name]) => foldName(name));
      },
      () => {
        loading = null;
      },
    );
    return loading;
  };

  const fromList = (text: string): void => {
    if (list !== null) show({ items: searchList(list, folded, text), attribution: list.attribution });
  };

  const fromServer = async (text: string): Promise<void> => {
    const mine = (running = new AbortController());
    try {
      const query = `q=${encodeURIComponent(text.slice(0, 100))}&limit=${most}&lang=${language}`;
      const { items, attribution } = (await get(`${base}/places?${query}`, mine.signal)) as SuggestedPlaces;
      if (running === mine) show({ items: items.map((item) => ({ ...item, accuracy: reachMetres(item) })), attribution });
    } catch {
      if (running !== mine) return;
      await keepList();
      if (running === mine) fromList(text);
    }
  };

  const ask = (text: string): void => {
    clearTimeout(timer);
    running?.abort();
    running = null;
    if (foldName(text).length < 2) {
      show({ items: [], attribution: [] });
      return;
    }
    fromList(text);
    timer = setTimeout(() => void fromServer(text), pauseMs);
  };

  return { ask, keepList };
}
