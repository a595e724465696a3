import { describe, expect, it } from '@jest/globals';
import { growthOf, linearGrowth } from '../../../../test/support/growth.js';
import { plainText } from './plain-text.js';

describe('the words of a piece of HTML', () => {
  it.each([
    ['<p>Water in the <b>house</b></p><p>Two<br/>people</p>', 'Water in the house\nTwo\npeople'],
    ['Fish &amp; chips &lt;here&gt;&nbsp;now &#228;&hellip;', 'Fish & chips <here> now ä…'],
    ['depth < 2 m and > 1 m', 'depth < 2 m and > 1 m'],
    ['a<!-- hidden <b> -->b<script>alert("<p>")</script>c<STYLE>p{}</STYLE >d', 'abcd'],
    ['kept<script>never ended', 'kept'],
    ['  lots \n\n of   space ', 'lots of space'],
    ['<a href="https://example.org/?a=1&b=2" class="u">#flood</a>', '#flood'],
  ])('%j are %j', (html, text) => {
    expect(plainText(html)).toBe(text);
  });

  it.each(['<', '<!--', '<script', '<a', '</p ', '&', '-->', ' \n'])(
    'are found in a time that grows with the length of many %j',
    (piece) => {
      expect(growthOf(plainText, piece, 40_000)).toBeLessThan(linearGrowth);
    },
  );
});
