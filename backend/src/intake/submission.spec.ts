import { describe, expect, it } from '@jest/globals';
import { storable, storableJson } from './submission.js';

describe('what a database can hold', () => {
  it('is a text without NUL and without halves of characters', () => {
    expect(storable('a\0b\ud800c😀')).toBe('ab\ufffdc😀');
  });

  it('is the same in all corners of a value', () => {
    const odd = { 'k\0': ['\ud800', { deep: 'x\0' }], n: 1, b: false, z: null };
    expect(storableJson(odd)).toEqual({ k: ['\ufffd', { deep: 'x' }], n: 1, b: false, z: null });
  });
});
