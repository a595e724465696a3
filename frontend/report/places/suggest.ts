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

type Get = (url: string, signal?: AbortSignal) => Promise<unknown>;

export class Suggester {
  private list: OfflinePlaces | null = null;
  private folded: string[] = [];
  private loading: Promise<void> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: AbortController | null = null;

  constructor(
    private readonly base: string,
    private readonly language: string,
    private readonly show: (found: Suggestions) => void,
    private readonly get: Get,
  ) {}

  /** Shows something once or twice, until something else is asked. */
  ask(text: string): void {
    clearTimeout(this.timer);
    this.running?.abort();
    this.running = null;
    if (foldName(text).length < 2) {
      this.show({ items: [], attribution: [] });
      return;
    }
    this.fromList(text);
    this.timer = setTimeout(() => void this.fromServer(text), pauseMs);
  }

  /** Fetches the list, so that it is there when the network is not. */
  keepList(): Promise<void> {
    this.loading ??= this.get(`${this.base}/places.json`).then(
      (loaded) => {
        this.list = loaded as OfflinePlaces;
        this.folded = this.list.places.map(([name]) => foldName(name));
      },
      () => {
        this.loading = null;
      },
    );
    return this.loading;
  }

  private fromList(text: string): void {
    const { list, folded } = this;
    if (list !== null) this.show({ items: searchList(list, folded, text), attribution: list.attribution });
  }

  private async fromServer(text: string): Promise<void> {
    const mine = (this.running = new AbortController());
    const isAsked = (): boolean => this.running === mine;
    try {
      const query = `q=${encodeURIComponent(text.slice(0, 100))}&limit=${most}&lang=${this.language}`;
      const found = (await this.get(`${this.base}/places?${query}`, mine.signal)) as SuggestedPlaces;
      const items = found.items.map((item) => ({ ...item, accuracy: reachMetres(item) }));
      if (isAsked()) this.show({ items, attribution: found.attribution });
    } catch {
      if (!isAsked()) return;
      await this.keepList();
      if (isAsked()) this.fromList(text);
    }
  }
}
