import { describe, expect, it } from '@jest/globals';
import { policy } from '../../../../test/support/samples.js';
import { nobody } from '../../platform/index.js';
import { mustWait } from './must-wait.js';

const person = { ...nobody, userId: 'somebody' };
const operator = { ...nobody, isAdmin: true };
const plain = { isTrapped: false, formSeconds: null };

describe('a report waits', () => {
  it('when its sender is unknown and the policy says so', () => {
    const strict = { ...policy, quarantineUnsigned: true };
    expect([nobody, person, operator].map((by) => mustWait(strict, by, plain))).toEqual([true, false, false]);
    expect(mustWait(policy, nobody, plain)).toBe(false);
  });

  it('when it shows signs of a program, whoever sends it', () => {
    for (const by of [nobody, person]) {
      expect(mustWait(policy, by, { ...plain, isTrapped: true })).toBe(true);
      expect(mustWait(policy, by, { ...plain, formSeconds: 2.9 })).toBe(true);
      expect(mustWait(policy, by, { ...plain, formSeconds: 3 })).toBe(false);
    }
  });
});
