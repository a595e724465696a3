/**
 * How long after its acknowledgement a report stands in the tile of its place, while others come in all the time: it is
 * looked for in the tile until it is there. Milliseconds.
 */
import { randomUUID } from 'node:crypto';
import { pause } from '../figures.js';
import type { Bench } from './tiles.js';

const oneIn = 20;

/** Each at a place of its own, far from all others, so that its tile holds it alone. */
const placeOf = (number: number): { lat: number; lon: number } => ({
  lat: -60 + (number % 200) * 0.01,
  lon: -150 + Math.floor(number / 200) * 0.01,
});

async function isThere(bench: Bench, id: string, place: { lat: number; lon: number }): Promise<boolean> {
  const count = 2 ** 16;
  const phi = (place.lat * Math.PI) / 180;
  const [x, y] = [
    Math.floor(((place.lon + 180) / 360) * count),
    Math.floor(((1 - Math.asinh(Math.tan(phi)) / Math.PI) / 2) * count),
  ];
  const answer = await fetch(`${bench.url}/api/v1/deployments/main/tiles/reports/16/${x}/${y}.mvt`, {
    headers: { cookie: bench.cookie },
  });
  return answer.status === 200 && Buffer.from(await answer.arrayBuffer()).includes(id);
}

export async function mapLag(bench: Bench, perSecond: number, seconds: number): Promise<number[]> {
  const lags: number[] = [];
  const looks: Promise<void>[] = [];
  const post = async (number: number): Promise<void> => {
    const [id, place] = [randomUUID(), placeOf(number)];
    const body = JSON.stringify({ id, text: `Exercise: lag ${number}`, location: place });
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${bench.url}/api/v1/deployments/main/reports`, { method: 'POST', headers, body });
    if (answer.status !== 201) throw new Error(`refused: ${answer.status}`);
    const startedAt = performance.now();
    if (number % oneIn !== 0) return;
    while (!(await isThere(bench, id, place))) {
      if (performance.now() - startedAt > 30_000) throw new Error('a report never came to the map');
      await pause(10);
    }
    lags.push(performance.now() - startedAt);
  };
  const startedAt = performance.now();
  for (let number = 0; number < perSecond * seconds; number++) {
    const due = startedAt + (number * 1000) / perSecond;
    if (due > performance.now()) await pause(due - performance.now());
    looks.push(post(number));
  }
  await Promise.all(looks);
  return lags;
}
