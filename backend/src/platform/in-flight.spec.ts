import { describe, expect, it } from '@jest/globals';
import { InFlight } from './in-flight.js';

describe('what several ask for at once', () => {
  it('is made once for each key, and anew for who asks later', async () => {
    const answers = new InFlight<number>();
    let made = 0;
    const make = async (): Promise<number> => {
      await Promise.resolve();
      return ++made;
    };
    expect(await Promise.all(['a', 'a', 'b'].map((key) => answers.get(key, make)))).toEqual([1, 1, 2]);
    expect(await answers.get('a', make)).toBe(3);
  });

  it('fails for all of them, and is tried again for who asks later', async () => {
    const answers = new InFlight<string>();
    const fail = (): Promise<string> => Promise.reject(new Error('away'));
    const both = await Promise.allSettled([answers.get('a', fail), answers.get('a', fail)]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await answers.get('a', () => Promise.resolve('back'))).toBe('back');
  });
});
