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
    ['https://*/{z}/{x}/{y}.png', 'host'],
    ['https:///*.example.org/{z}/{x}/{y}.png', 'host'],
    ['https:tiles.example.org/{z}/{x}/{y}.png', 'host'],
    ['https://*.example.org/{z}/{x}/{y}.png', 'host'],
    ['https://{s}.*.org/{z}/{x}/{y}.png', 'host'],
    ['https://%2A.example.org/{z}/{x}/{y}.png', 'host'],
    ['https://tiles{z}.example.org/{z}/{x}/{y}.png', 'host'],
    ['https://{x}/{z}/{x}/{y}.png', 'host'],
    ['https://{s}.{x}.example.org/{z}/{x}/{y}.png', 'host'],
    ['https://{s}.org/{z}/{x}/{y}.png', 'two parts'],
    ['https://{s}.org./{z}/{x}/{y}.png', 'two parts'],
    ['https://{s}.org:8443/{z}/{x}/{y}.png', 'two parts'],
    ["https://tiles.example.org/{z}/{x}/{y}.png; script-src 'unsafe-inline'", 'web address'],
    ['https://tiles.example.org/{z}/{x}/{y}.png, https://other.example', 'web address'],
    ['tiles.example.org/{z}/{x}/{y}.png', 'web address'],
  ])('may not be %s', (url, words) => {
    expect(addressFault(url, 'xyz')).toContain(words);
  });

  it('of a WMS holds no placeholders', () => {
    expect(addressFault('https://maps.example.org/wms?map=flood', 'wms')).toBeNull();
    expect(addressFault('https://maps.example.org/wms/{z}', 'wms')).toContain('placeholders');
    expect(addressFault('https://*.example.org/wms', 'wms')).toContain('host');
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

  it('is nothing where the host is not named', () => {
    expect([sourceOf('https://*.org/{z}/{x}/{y}'), sourceOf('https://{s}.org/{z}/{x}/{y}')]).toEqual([null, null]);
  });
});
