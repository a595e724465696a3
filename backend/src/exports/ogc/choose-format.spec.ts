import { describe, expect, it } from '@jest/globals';
import { chooseFormat } from './choose-format.js';

const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8';
const gdal = 'application/vnd.oai.openapi+json;version=3.0, application/openapi+json;version=3.0, application/json';

describe('the form of an answer', () => {
  it.each([
    ['html', undefined, browser],
    ['json', undefined, gdal],
    ['json', undefined, 'application/geo+json, application/json'],
    ['json', undefined, '*/*'],
    ['json', undefined, undefined],
    ['json', undefined, 'text/html, application/json'],
    ['json', undefined, 'text/html;q=0.5, application/*;q=0.7'],
    ['html', undefined, 'text/html'],
    ['json', 'json', browser],
    ['html', 'html', gdal],
  ])('is %s for f=%s and Accept: %s', (format, f, accept) => expect(chooseFormat(f, accept)).toBe(format));

  it('is refused when it is none of ours', () => {
    expect(() => chooseFormat('xml', browser)).toThrow('The description of the API names them all.');
  });
});
