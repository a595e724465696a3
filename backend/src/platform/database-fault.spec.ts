import { describe, expect, it } from '@jest/globals';
import { againAfterCollision, isDatabaseAway, onceDatabaseIsBack } from './database-fault.js';

const coded = (code: string): Error => Object.assign(new Error('made up'), { code });

/** Fails with each of `faults` in turn, then answers how often it was asked. */
function failing(...faults: Error[]): () => Promise<number> {
  let asked = 0;
  return () => {
    const fault = faults[asked++];
    return fault === undefined ? Promise.resolve(asked) : Promise.reject(fault);
  };
}

describe('a fault of the database', () => {
  it.each(['08006', '53300', '57P01', 'ECONNREFUSED', 'ENOENT'])('%s says that it is away', (code) => {
    expect(isDatabaseAway(coded(code))).toBe(true);
    expect(isDatabaseAway({ driverError: coded(code) })).toBe(true);
  });

  it('says so by its words where it has no code', () => {
    expect(isDatabaseAway(new Error('Connection terminated unexpectedly'))).toBe(true);
  });

  it.each([coded('22P02'), coded('23505'), coded('EACCES'), new Error('away'), null, undefined, 'away'])(
    '%p says nothing of the kind',
    (fault) => expect(isDatabaseAway(fault)).toBe(false),
  );

  it('that is a collision is tried again at once, three times in all', async () => {
    const collision = coded('40P01');
    await expect(againAfterCollision(failing(collision, collision))).resolves.toBe(3);
    await expect(againAfterCollision(failing(collision, collision, collision))).rejects.toBe(collision);
  });

  it('that is an absence is waited out, until that is given up', async () => {
    const away = coded('ECONNREFUSED');
    await expect(onceDatabaseIsBack(failing(away), () => false)).resolves.toBe(2);
    await expect(onceDatabaseIsBack(failing(away), () => true)).rejects.toBe(away);
  });

  it('that is a refusal is not tried again', async () => {
    const refusal = coded('23505');
    await expect(onceDatabaseIsBack(failing(refusal), () => false)).rejects.toBe(refusal);
    await expect(againAfterCollision(failing(refusal))).rejects.toBe(refusal);
  });
});
