import { describe, expect, it } from '@jest/globals';
import { Keys } from '../../platform/index.js';
import { mailIdOf, messageNamedIn } from './mail-id.js';

const keys = new Keys('a made-up secret of more than thirty-two characters');
const first = 'a0000000-0000-7000-8000-000000000001';
const second = 'a0000000-0000-7000-8000-000000000002';
const idOf = (message: string): string => mailIdOf(keys, message, 'report@map.example.org');

describe('the name of a mail of ours', () => {
  it('tells which message it was', () => {
    expect(idOf(first)).toMatch(/^<a0000000-[^@]+@map\.example\.org>$/);
    expect(messageNamedIn(keys, idOf(first))).toBe(first);
    expect(messageNamedIn(keys, `<other@example.org> ${idOf(first)} ${idOf(second)} <more@example.org>`)).toBe(second);
    expect(messageNamedIn(keys, idOf(first).toUpperCase())).toBe(first);
  });

  it('cannot be made up', () => {
    const elsewhere = new Keys('another secret of more than thirty-two characters');
    for (const name of [
      '',
      `<${first}@map.example.org>`,
      idOf(first).replace('0001.', '0002.'),
      mailIdOf(elsewhere, first, 'report@map.example.org'),
      '<'.repeat(100_000),
    ])
      expect(messageNamedIn(keys, name)).toBeNull();
  });
});
