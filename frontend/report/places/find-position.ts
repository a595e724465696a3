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

class Watch implements Search {
  private best: Position | null = null;
  private isOver = false;
  private watch: number | null = null;
  private timer = setTimeout(() => this.end(), firstMs);

  constructor(
    private readonly geolocation: Geolocation,
    private readonly callbacks: Callbacks,
  ) {}

  start(): void {
    const options = { enableHighAccuracy: true, maximumAge: 10_000, timeout: firstMs };
    this.watch = this.geolocation.watchPosition(
      ({ coords }) => this.hear(coords),
      () => this.end(),
      options,
    );
  }

  stop(): void {
    this.isOver = true;
    clearTimeout(this.timer);
    if (this.watch !== null) this.geolocation.clearWatch(this.watch);
  }

  private hear({ latitude, longitude, accuracy }: GeolocationCoordinates): void {
    if (this.isOver || (this.best !== null && accuracy >= this.best.accuracy)) return;
    if (this.best === null) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.end(), improveMs);
    }
    this.best = { lat: latitude, lon: longitude, accuracy };
    if (accuracy <= enoughMetres) this.end();
    else this.callbacks.found(this.best, false);
  }

  private end(): void {
    if (this.isOver) return;
    this.stop();
    if (this.best === null) this.callbacks.failed();
    else this.callbacks.found(this.best, true);
  }
}

export function findPosition(geolocation: Geolocation, callbacks: Callbacks): Search {
  const watch = new Watch(geolocation, callbacks);
  watch.start();
  return watch;
}
