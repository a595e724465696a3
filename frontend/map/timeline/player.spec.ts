import { describe, expect, it } from '@jest/globals';
import { Player, type Stage } from './player.js';
import type { TimeWindow } from './time-window.js';

const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A stage whose tiles and moments come when the test says so. */
function manualStage(first: TimeWindow, count = 6) {
  const shown: string[] = [];
  const fetched: string[] = [];
  const states: boolean[] = [];
  let window = first;
  let arrive = (): void => undefined;
  let ring = (): void => undefined;
  const stage: Stage = {
    count: () => count,
    window: () => window,
    show: (next) => {
      window = next;
      shown.push(`${next.a}-${next.b}`);
      return new Promise((resolve) => (arrive = resolve));
    },
    prefetch: ({ a, b }) => void fetched.push(`${a}-${b}`),
    onState: (isPlaying) => void states.push(isPlaying),
    pause: () => new Promise((resolve) => (ring = resolve)),
  };
  const tiles = async () => (arrive(), settle());
  const moment = async () => (ring(), settle());
  return { stage, shown, fetched, states, tiles, moment };
}

describe('playing the timeline', () => {
  it('waits for the tiles and the moment of each step, fetches the next meanwhile, and ends at the end', async () => {
    const { stage, shown, fetched, states, tiles, moment } = manualStage({ a: 3, b: 5 });
    const player = new Player(stage, 700);
    const played = player.play();
    expect(shown).toEqual(['3-5']);
    await moment();
    expect([shown, fetched]).toEqual([['3-5'], []]);
    await tiles();
    expect([shown, fetched]).toEqual([['3-5', '4-6'], ['4-6']]);
    await tiles();
    expect(player.isPlaying).toBe(true);
    await moment();
    await played;
    expect([shown, states, player.isPlaying]).toEqual([['3-5', '4-6'], [true, false], false]);
  });

  it('stops at once, and goes on from where it stopped', async () => {
    const { stage, shown, tiles, moment } = manualStage({ a: 0, b: 2 });
    const player = new Player(stage, 700);
    const played = player.play();
    await tiles();
    await moment();
    player.stop();
    await tiles();
    await moment();
    await played;
    expect(shown).toEqual(['0-2', '1-3']);
    void player.play();
    expect(shown).toEqual(['0-2', '1-3', '1-3']);
    player.stop();
  });
});
