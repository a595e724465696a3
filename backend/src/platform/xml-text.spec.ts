import { describe, expect, it } from '@jest/globals';
import { xmlText } from './xml-text.js';

describe('text for XML', () => {
  it('is escaped and keeps its letters', () => {
    expect(xmlText(`<b> & "it's" 水 🔥`)).toBe('&lt;b&gt; &amp; &quot;it&apos;s&quot; 水 🔥');
  });

  it('loses what XML cannot hold, even escaped', () => {
    expect(xmlText('a\0b\u0008c\uD800d\uFFFEe\nf')).toBe('abcde\nf');
  });
});
