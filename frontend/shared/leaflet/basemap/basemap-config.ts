/** What the server says about its basemap at `/basemap/config.json`. */
import type { TileKind } from '@atesto/contract';

export interface BasemapConfig {
  /** Deeper views are drawn from tiles of this zoom. */
  landMaxZoom: number;
  /** Zooms at which there are tiles with towns. */
  placeZooms: number[];
  attribution: { text: string; url: string }[];
  /** Raster tiles by URL with {z} {x} {y}, shown over the shipped map while there is internet. */
  raster: { url: string; attribution: string } | null;
  /** A base map in the server's own data folder, drawn instead. */
  archive: { tiles: TileKind; deepest: number; attribution: string } | null;
}

/** Null when the server can't be reached: the map then shows plain sea. */
export async function loadBasemapConfig(): Promise<BasemapConfig | null> {
  try {
    const response = await fetch('/basemap/config.json', { credentials: 'omit' });
    return response.ok ? ((await response.json()) as BasemapConfig) : null;
  } catch {
    return null;
  }
}
