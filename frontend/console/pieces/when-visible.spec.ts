import { describe, expect, it } from '@jest/globals';
import { whenVisible } from './when-visible.js';

const page = (hidden: boolean) =>
  Object.assign(new EventTarget(), { hidden }) as unknown as Document & { hidden: boolean };
const shown = (one: Document & { hidden: boolean }, hidden: boolean): void => {
  one.hidden = hidden;
  one.dispatchEvent(new Event('visibilitychange'));
};

describe('what waits until somebody looks', () => {
  it('is done at once on a page that is seen, and once only', () => {
    const one = page(false);
    let done = 0;
    whenVisible(() => (done += 1), one);
    shown(one, true);
    shown(one, false);
    expect(done).toBe(1);
  });

  it('waits on a hidden page, and is done when it is seen again', () => {
    const one = page(true);
    let done = 0;
    whenVisible(() => (done += 1), one);
    expect(done).toBe(0);
    shown(one, false);
    expect(done).toBe(1);
  });

  it('is not done once it was given up', () => {
    const one = page(true);
    let done = 0;
    whenVisible(() => (done += 1), one)();
    shown(one, false);
    expect(done).toBe(0);
  });
});
