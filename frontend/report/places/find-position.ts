/** Asks the phone where it is, and goes on asking while it gets better. */
export interface Position {
  lat: number;
  lon: number;
  accuracy: number;
}

export interface Search {
  /** Ends in order; a position that was found stays. */
  stop: () => void;
}

interface Callbacks {
  /** Every position that is better than the one before; `isLast` when no better one is waited for. */
  found: (position: Position, isLast: boolean) => void;
  failed: () => void;
}

/** Good enough to stop asking. */
const enoughMetres = 25;
/** From the first position on: until then somebody may have to answer the phone's question. */
const improveMs = 20_000;
const firstMs = 60_000;

export function findPosition(geolocation: Geolocation, { found, failed }: Callbacks): Search {
  let best: Position | null = null;
  let isOver = false;
  let watch: number | null = null;
  let timer = setTimeout(() => end(), firstMs);
  const stop = (): void => {
    isOver = true;
    clearTimeout(timer);
    if (watch !== null) geolocation.clearWatch(watch);
  };
  const end = (): void => {
    if (isOver) return;
    stop();
    if (best === null) failed();
    else found(best, true);
  };
  watch = geolocation.watchPosition(
    ({ coords }) => {
      if (isOver) return;
      if (best === null) {
        clearTimeout(timer);
        timer = setTimeout(end, improveMs);
      }
      if (best !== null && coords.accuracy >= best.accuracy) return;
      best = { lat: coords.latitude, lon: coords.longitude, accuracy: coords.accuracy };
      if (coords.accuracy <= enoughMetres) end();
      else found(best, false);
    },
    end,
    { enableHighAccuracy: true, maximumAge: 10_000, timeout: firstMs },
  );
  // What the phone knew already was answered before there was a watch to end.
  if (isOver) geolocation.clearWatch(watch);
  return { stop };
}
