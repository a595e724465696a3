import { describe, expect, it } from '@jest/globals';
import { delayMs, ReportLimit } from './report-limit.js';

function limitOf(reportsPerMinute: number): { limit: ReportLimit; waited: number[] } {
  const limit = new ReportLimit({ reportsPerMinute });
  const waited: number[] = [];
  limit.sleep = (ms) => Promise.resolve(void waited.push(ms));
  return { limit, waited };
}

const times = async (count: number, work: (at: number) => Promise<void>): Promise<void> => {
  for (let at = 0; at < count; at++) await work(at);
};

describe('the limit', () => {
  it('takes half at once, slows the rest down more and more, and refuses what is above', async () => {
    const { limit, waited } = limitOf(10);
    await times(5, () => limit.count('192.0.2.1'));
    expect(waited).toEqual([]);
    await times(5, () => limit.count({ ip: '192.0.2.1' }));
    expect(waited).toEqual([600, 1200, 1800, 2400, 3000]);
    const refused = limit.count('192.0.2.1');
    await expect(refused).rejects.toMatchObject({ status: 429, headers: { 'retry-after': expect.any(String) } });
  });

  it('holds a whole network to five times as much', async () => {
    const { limit } = limitOf(10);
    await times(50, (at) => limit.count(`192.0.2.${at}`));
    await expect(limit.count('192.0.2.200')).rejects.toMatchObject({ status: 429 });
    await limit.count('198.51.100.1');
  });

  it('gives an IPv6 line no more for changing its address', async () => {
    const { limit } = limitOf(4);
    await times(4, (at) => limit.count(`2001:db8:1:2::${at}`));
    await expect(limit.count('2001:db8:1:2:ffff::1')).rejects.toMatchObject({ status: 429 });
    await limit.count('2001:db8:1:3::1');
  });

  it('counts pieces of photos apart from reports, and this machine never', async () => {
    const { limit, waited } = limitOf(1);
    await limit.count('192.0.2.1');
    await times(10, () => limit.count('192.0.2.1', 'piece'));
    await times(100, () => limit.count('127.0.0.1'));
    expect(waited).toEqual([3000]);
  });
});

describe('an answer', () => {
  it('is held back above half of the allowance, up to three seconds', () => {
    expect([1, 50, 51, 75, 100, 200].map((taken) => delayMs(taken, 100))).toEqual([0, 0, 60, 1500, 3000, 3000]);
  });
});
