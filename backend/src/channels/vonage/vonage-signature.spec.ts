/** The expected values were computed by another program, Python's hashlib and hmac. */
import { describe, expect, it } from '@jest/globals';
import { isSigned, vonageSignature, type SignatureMethod } from './vonage-signature.js';

const fields = {
  msisdn: '12025550101',
  to: '12025550199',
  messageId: '0A00',
  text: 'Fire & smoke = bad',
  type: 'text',
  keyword: 'FIRE',
  'message-timestamp': '2026-02-03 04:05:06',
  timestamp: '1770091506',
  nonce: 'abc',
};
const vectors: [SignatureMethod, string][] = [
  ['md5hash', '586919c224127944050fb43e9d801b61'],
  ['md5', '29eed988573ff852401ae195931f8347'],
  ['sha1', 'f882a40f02d3e3141c82c295a05d3cb522df60b2'],
  ['sha256', '6f47c9f1856fc5b7792aea4bf1185c0cd041c02065f393acd658eed59f7acfb9'],
  [
    'sha512',
    '055953e79ebbef009441953f21430044ec66cdb5a618dbc2f70a6403c827f5c613e01a7d22700e5ad07977c92252ca0b547a0ee5b5d8e7d4f432e3bb88337f38',
  ],
];

describe('a signature', () => {
  it.each(vectors)('by %s is over the sorted fields', (method, expected) => {
    expect(vonageSignature(fields, method, 'made-up')).toBe(expected);
    expect(isSigned({ ...fields, sig: expected.toUpperCase() }, method, 'made-up')).toBe(true);
  });

  it('does not fit another text, secret or method, nor none at all', () => {
    const sig = vonageSignature(fields, 'sha256', 'made-up');
    expect(isSigned({ ...fields, text: 'Other', sig }, 'sha256', 'made-up')).toBe(false);
    expect(isSigned({ ...fields, sig }, 'sha256', 'other')).toBe(false);
    expect(isSigned({ ...fields, sig }, 'md5', 'made-up')).toBe(false);
    expect(isSigned(fields, 'sha256', 'made-up')).toBe(false);
  });
});
