import { describe, expect, it } from '@jest/globals';
import { addressFault, sourceOf } from './web-source.js';

describe('an address of tiles', () => {
  it.each([
    'https://tiles.example.org/{z}/{x}/{y}.png',
    'https://{s}.tiles.example.org/{z}/{x}/{-y}.png?style=flood',
    'https://tiles.example.org:8443/{z}/{x}/{y}',
    'http://127.0.0.1:8080/{z}/{x}/{y}.png',
    'http://localhost/{z}/{x}/{y}.png',
  ])('may be %s', (url) => {
    expect(addressFault(url, 'xyz')).toBeNull();
  });

  it.each([
    ['http://tiles.example.org/{z}/{x}/{y}.png', 'https'],
    ['http://127.0.0.1.example.org/{z}/{x}/{y}.png', 'https'],
    ['ftp://localhost/{z}/{x}/{y}.png', 'https'],
    ['javascript:alert({z},{x},{y})', 'web address'],
    ['https://ana:secret@tiles.example.org/{z}/{x}/{y}.png', 'password'],
    ['https://ana@tiles.example.org/{z}/{x}/{y}.png', 'password'],
    ['https://tiles.example.org/{z}/{x}.png', '{z}, {x} and {y}'],
    ['https://tiles.example.org/{z}/{x}/{y}/{key}.png', 'placeholders'],
    ['https://tiles.{s}.example.org/{z}/{x}/{y}.png', '{s}'],
    ['https://tiles{s}.example.org/{z}/{x}/{y}.png', '{s}'],
    ["https://tiles.example.org/{z}/{x}/{y}.png; script-src 'unsafe-inline'", 'web address'],
    ['https://tiles.example.org/{z}/{x}/{y}.png, https://other.example', 'web address'],
    ['tiles.example.org/{z}/{x}/{y}.png', 'web address'],
  ])('may not be %s', (url, words) => {
    expect(addressFault(url, 'xyz')).toContain(words);
  });

  it('of a WMS holds no placeholders', () => {
    expect(addressFault('https://maps.example.org/wms?map=flood', 'wms')).toBeNull();
    expect(addressFault('https://maps.example.org/wms/{z}', 'wms')).toContain('placeholders');
  });
});

describe('what a page must allow', () => {
  it.each([
    ['https://tiles.example.org/{z}/{x}/{y}.png', 'https://tiles.example.org'],
    ['https://{s}.tiles.example.org/{z}/{x}/{y}.png', 'https://*.tiles.example.org'],
    ['http://127.0.0.1:8080/{z}/{x}/{y}.png', 'http://127.0.0.1:8080'],
    ['https://maps.example.org/wms?map=flood', 'https://maps.example.org'],
  ])('for %s is %s', (url, source) => {
    expect(sourceOf(url)).toBe(source);
  });
});
