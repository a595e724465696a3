/** Passwords: argon2id with the library's defaults, and words that people can type from a terminal. */
import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** Verified against when the address is unknown, so that the answer takes the same time. */
let decoy: Promise<string> | null = null;

export function hashPassword(password: string): Promise<string> {
  return hash(password);
}

/** Whether the password fits; `stored` is null for an unknown address, which costs the same. */
export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hash('no such account');
  const fits = await verify(stored ?? (await decoy), password);
  return fits && stored !== null;
}

/** Without letters and digits that are taken for each other. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

/** 20 characters in groups of five: 99 bits. */
export function makeOneTimePassword(): string {
  const group = (): string => Array.from({ length: 5 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}
