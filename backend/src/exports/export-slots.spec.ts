import { describe, expect, it } from '@jest/globals';
import { ExportSlots, slots } from './export-slots.js';

const takeMany = (of: ExportSlots, count: number, address: string): (() => void)[] =>
  Array.from({ length: count }, () => of.take(address));

describe('files that are taken at once without a sign-in', () => {
  it('are few for one address, and come free again, once each', () => {
    const own = new ExportSlots();
    const [first] = takeMany(own, slots.address, '192.0.2.1');
    expect(() => own.take('192.0.2.1')).toThrow();
    expect(own.take('192.0.2.2')).toBeInstanceOf(Function);
    first?.();
    first?.();
    own.take('192.0.2.1');
    expect(() => own.take('192.0.2.1')).toThrow();
  });

  it('are limited for all together', () => {
    const own = new ExportSlots();
    for (let index = 0; index < slots.all; index++) own.take(`192.0.2.${index}`);
    expect(() => own.take('198.51.100.1')).toThrow();
  });
});
