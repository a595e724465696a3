import { describe, expect, it } from '@jest/globals';
import { Keys } from '../../platform/index.js';
import { FormTime } from './form-time.js';

const clock = { ms: 1_700_000_000_000, now: () => new Date(clock.ms) };
const keys = new Keys('a made-up secret of enough length');
const form = new FormTime(keys, clock);

describe('the time of a form', () => {
  it('is how long ago it was made', () => {
    const stamp = form.stamp();
    clock.ms += 2500;
    expect(form.secondsSince(stamp)).toBe(2.5);
  });

  it('stays what it was when the form is shown again, unless that is none of ours', () => {
    const stamp = form.stamp();
    clock.ms += 1000;
    expect(form.stamp(stamp)).toBe(stamp);
    expect(form.secondsSince(form.stamp('of.somebody_else00'))).toBe(0);
  });

  it('is not known from a stamp that is missing, changed, or of another installation', () => {
    const stamp = form.stamp();
    const earlier = stamp.replace(/^[^.]+/, (clock.ms - 60_000).toString(36));
    const foreign = new FormTime(new Keys('another made-up secret of length'), clock).stamp();
    for (const odd of [undefined, 5, '', 'x', '.', earlier, foreign, `${stamp}A`]) {
      expect(form.secondsSince(odd)).toBeNull();
    }
  });
});
