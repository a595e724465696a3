import { describe, expect, it } from '@jest/globals';
import { isSameOrigin, type OriginFacts } from './same-origin.js';

const facts: OriginFacts = {
  secFetchSite: undefined,
  origin: undefined,
  host: 'map.example.org',
  publicUrl: 'https://map.example.org',
};

describe('a write by a signed-in browser', () => {
  it.each([
    ['what the browser calls our own', { secFetchSite: 'same-origin' }],
    ['what a person typed', { secFetchSite: 'none' }],
    ['a program that sends neither header', {}],
    ['our public address', { origin: 'https://map.example.org' }],
    [
      'the address it was asked under, as on a local network',
      { origin: 'http://10.0.0.5:3000', host: '10.0.0.5:3000' },
    ],
  ])('is taken from %s', (_, given) => {
    expect(isSameOrigin({ ...facts, ...given })).toBe(true);
  });

  it.each([
    ['another site', { secFetchSite: 'cross-site' }],
    ['another name of our domain', { secFetchSite: 'same-site', origin: 'https://map.example.org' }],
    ['another origin', { origin: 'https://evil.example' }],
    ['our name on another port', { origin: 'https://map.example.org:444' }],
    ['an origin that is hidden', { origin: 'null' }],
    ['a name that only begins like ours', { origin: 'https://map.example.org.evil.example' }],
  ])('is refused from %s', (_, given) => {
    expect(isSameOrigin({ ...facts, ...given })).toBe(false);
  });
});
