/** What the socket tells the public map. The socket's library is loaded after the page, which does not wait for it. */
import type { Change } from '@atesto/contract';
import type L from 'leaflet';
import type { Live, LiveState } from '../shared/live.js';

export interface LiveFeedOptions {
  deployment: string;
  /** Where the journal stood before anything else was loaded. */
  cursor: string | undefined;
  map: L.Map;
  onChanges: (items: readonly Change[]) => void;
  onReload: () => void;
  onState: (state: LiveState) => void;
}

/** The part of the world in view, a little more so that a short drag needs no new room; undefined is all of it. */
function boxOf(map: L.Map): [number, number, number, number] | undefined {
  const bounds = map.getBounds().pad(0.2);
  const [west, east] = [bounds.getWest(), bounds.getEast()];
  if (east - west >= 360) return undefined;
  const wrap = (lon: number): number => ((((lon + 180) % 360) + 360) % 360) - 180;
  const lat = (value: number): number => Math.min(85, Math.max(-85, value));
  return [wrap(west), lat(bounds.getSouth()), wrap(east), lat(bounds.getNorth())];
}

export async function startLive({ deployment, cursor, map, ...told }: LiveFeedOptions): Promise<void> {
  const { Live: LiveSocket } = await import('../shared/live.js');
  const bbox = boxOf(map);
  const live: Live = new LiveSocket({
    deployment,
    audience: 'public',
    ...(bbox && { bbox }),
    ...(cursor !== undefined && { cursor }),
    ...told,
  });
  map.on('moveend', () => live.look(boxOf(map)));
}
