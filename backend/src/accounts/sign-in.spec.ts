import { describe, expect, it } from '@jest/globals';
import type { Database, Problem } from '../platform/index.js';
import { hashPassword } from './passwords.js';
import { CheckCredentials } from './sign-in.js';

const password = 'correct horse battery';

/** Knows one person. */
async function credentials(): Promise<CheckCredentials> {
  const password_hash = await hashPassword(password);
  const query = (_: string, [email]: string[]) =>
    Promise.resolve(email === 'ada@example.org' ? [{ password_hash }] : []);
  return new CheckCredentials({ query } as unknown as Database);
}

const statusOf = (attempt: Promise<unknown>): Promise<number> =>
  attempt.then(
    () => 200,
    (problem: Problem) => problem.status,
  );

describe('attempts to sign in', () => {
  it('count before they are looked at: of many at once only ten are', async () => {
    const check = await credentials();
    const at = (word: string) => statusOf(check.check('ada@example.org', word, '192.0.2.1'));
    const statuses = await Promise.all(Array.from({ length: 14 }, () => at('wrong')));
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(4);
    expect(await at(password)).toBe(429);
    expect(await statusOf(check.check('ada@example.org', password, '192.0.2.2'))).toBe(200);
  });

  it('count for a network too, whichever accounts it tries; an IPv6 line is one', async () => {
    const check = await credentials();
    for (let at = 0; at < 100; at++) {
      expect(await statusOf(check.check(`${at}@example.org`, 'x', `2001:db8::${at.toString(16)}`))).toBe(401);
    }
    expect(await statusOf(check.check('ada@example.org', password, '2001:db8::ffff'))).toBe(429);
  }, 30_000);

  it('that fit do not count', async () => {
    const check = await credentials();
    for (let at = 0; at < 12; at++) {
      expect(await statusOf(check.check('ada@example.org', password, '192.0.2.3'))).toBe(200);
    }
  });
});
