import { describe, expect, it } from '@jest/globals';
import { paced, sourceTime, type Pace } from './replay-clock.js';

const at = (minutes: number): Date => new Date(Date.UTC(2026, 0, 1, 12, minutes));
const source = (minutes: number): Date => new Date(Date.UTC(2020, 5, 1, 0, minutes));
const pace: Pace = { state: 'running', speed: 10, paced_at: at(0), paced_source_at: source(0), to_at: source(300) };

describe('the clock of a replay', () => {
  it('runs as many times as fast as it was told, to the end and no further', () => {
    expect(sourceTime(pace, at(0))).toEqual(source(0));
    expect(sourceTime(pace, at(3))).toEqual(source(30));
    expect(sourceTime(pace, at(500))).toEqual(source(300));
  });

  it('goes on from where it was when it was paused', () => {
    const waiting = paced(pace, { state: 'paused' }, at(3));
    expect(sourceTime(waiting, at(40))).toEqual(source(30));
    expect(sourceTime(paced(waiting, { state: 'running' }, at(40)), at(41))).toEqual(source(40));
  });

  it('does not jump when its speed changes', () => {
    const faster = paced(pace, { speed: 100 }, at(2));
    expect([sourceTime(faster, at(2)), sourceTime(faster, at(3))]).toEqual([source(20), source(120)]);
  });

  it('does not run backwards when ours does', () => {
    expect(sourceTime(pace, at(-5))).toEqual(source(0));
  });
});
