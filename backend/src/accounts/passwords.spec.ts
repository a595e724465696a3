import { describe, expect, it } from '@jest/globals';
import { hashPassword, makeOneTimePassword, passwordFits } from './passwords.js';

describe('passwords', () => {
  it('fit their own hash only, and are not in it', async () => {
    const stored = await hashPassword('a made-up password');
    expect(stored).toMatch(/^\$argon2id\$/);
    expect(stored).not.toContain('made-up');
    expect(await passwordFits(stored, 'a made-up password')).toBe(true);
    expect(await passwordFits(stored, 'a made-up passwore')).toBe(false);
  });

  it('of nobody never fit, the decoy included', async () => {
    expect(await passwordFits(null, 'a made-up password')).toBe(false);
    expect(await passwordFits(null, 'no such account')).toBe(false);
  });

  it('made once are long, plain to type and never the same', () => {
    const made = Array.from({ length: 100 }, makeOneTimePassword);
    for (const password of made) expect(password).toMatch(/^([a-hj-km-np-z2-9]{5}-){3}[a-hj-km-np-z2-9]{5}$/);
    expect(new Set(made).size).toBe(100);
  });
});
