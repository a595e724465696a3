import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { idOf } from '../../../test/support/samples.js';
import { Keys, loadKeys } from './keys.js';

const keys = new Keys('a made-up secret of enough length');
const others = new Keys('another made-up secret of length');
const [deploymentId, reportId] = [idOf(900), idOf(100)];

const withBit = (bytes: Buffer, bit: number): Buffer => {
  const changed = Buffer.from(bytes);
  changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return changed;
};

describe('sealing', () => {
  it('gives back what was sealed, and never looks the same twice', () => {
    const text = 'A. Example, +00 555 0100, ägypten';
    expect(keys.unseal(keys.seal(text))).toBe(text);
    expect(keys.seal(text).equals(keys.seal(text))).toBe(false);
    expect(keys.seal(text).includes('555')).toBe(false);
  });

  it('opens nothing that was changed by one bit, nor with another secret', () => {
    const sealed = keys.seal('contact');
    for (let bit = 0; bit < sealed.length * 8; bit += 5) expect(() => keys.unseal(withBit(sealed, bit))).toThrow();
    expect(() => others.unseal(sealed)).toThrow();
  });
});

describe('a tag', () => {
  it('is the same for the same purpose and text only', () => {
    expect(keys.tagOf('one', 'x').equals(keys.tagOf('one', 'x'))).toBe(true);
    for (const other of [keys.tagOf('two', 'x'), keys.tagOf('one', 'y'), others.tagOf('one', 'x')]) {
      expect(keys.tagOf('one', 'x').equals(other)).toBe(false);
    }
  });
});

describe('the pair for push services', () => {
  it('is a point of the curve, the same at every start and another in another installation', () => {
    const { publicKey, privateKey } = keys.pushPair();
    expect([Buffer.from(publicKey, 'base64url').length, Buffer.from(privateKey, 'base64url').length]).toEqual([65, 32]);
    expect(keys.pushPair()).toEqual({ publicKey, privateKey });
    expect(others.pushPair().publicKey).not.toBe(publicKey);
  });
});

describe('the name of an address', () => {
  it('is equal for equal ones only, and differs between installations', () => {
    expect(keys.nameOf('tel:+00555').equals(keys.nameOf('tel:+00555'))).toBe(true);
    expect(keys.nameOf('tel:+00555').equals(keys.nameOf('tel:+00556'))).toBe(false);
    expect(keys.nameOf('tel:+00555').equals(others.nameOf('tel:+00555'))).toBe(false);
  });
});

describe('a follow secret', () => {
  const secret = keys.followSecret(deploymentId, reportId);

  it('leads to its report, and is the same each time', () => {
    expect(keys.reportOfFollowSecret(secret)).toEqual({ deploymentId, reportId });
    expect(keys.followSecret(deploymentId, reportId)).toBe(secret);
    expect(secret).toMatch(/^[\w-]+$/);
  });

  it('is refused when any one bit of it was forged', () => {
    const bytes = Buffer.from(secret, 'base64url');
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      expect(keys.reportOfFollowSecret(withBit(bytes, bit).toString('base64url'))).toBeNull();
    }
  });

  it('is refused when it is cut, longer, of another installation or nonsense', () => {
    expect(keys.reportOfFollowSecret(secret.slice(0, -2))).toBeNull();
    expect(keys.reportOfFollowSecret(`${secret}AA`)).toBeNull();
    expect(others.reportOfFollowSecret(secret)).toBeNull();
    for (const nonsense of ['', '../..', 'é'.repeat(63)]) expect(keys.reportOfFollowSecret(nonsense)).toBeNull();
  });
});

describe('the secret of an installation', () => {
  it('is made once, for its owner only, and found again', () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'atesto-keys-'));
    const first = loadKeys({ secretKey: null, dataDir }).followSecret(deploymentId, reportId);
    expect(loadKeys({ secretKey: null, dataDir }).followSecret(deploymentId, reportId)).toBe(first);
    const file = join(dataDir, 'secret.key');
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(readFileSync(file, 'utf8')).toHaveLength(43);
    rmSync(dataDir, { recursive: true });
  });
});
