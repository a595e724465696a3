import { describe, expect, it } from '@jest/globals';
import { plainInk, styleOf } from './shape-style.js';

describe('a shape', () => {
  it('is drawn as its file says', () => {
    const said = { stroke: '#ff0000', 'stroke-width': 4, fill: '#0f0', 'fill-opacity': 0.5 };
    expect(styleOf(said)).toEqual({ stroke: '#ff0000', width: 4, fill: '#0f0', fillOpacity: 0.5 });
  });

  it('that says nothing, or nonsense, is drawn in one colour', () => {
    const plain = { stroke: plainInk, width: 2, fill: plainInk, fillOpacity: 0.22 };
    expect(styleOf({})).toEqual(plain);
    expect(styleOf({ stroke: 'url(x)', 'stroke-width': 'wide', fill: 7, 'fill-opacity': 9 })).toEqual(plain);
  });
});
