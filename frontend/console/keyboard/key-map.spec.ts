import { describe, expect, it } from '@jest/globals';
import { actionOf, type KeyPress } from './key-map.js';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  repeat: false,
  ...more,
});
const free = { typing: false, dialogOpen: false };

describe('a key', () => {
  it.each([
    ['j', 'next'],
    ['k', 'previous'],
    ['c', 'claim'],
    ['v', 'verify'],
    ['x', 'reject'],
    ['d', 'join'],
    ['a', 'admit'],
    ['/', 'search'],
    ['?', 'help'],
    ['Escape', 'escape'],
    ['J', 'next'],
  ])('%s means %s', (key, action) => {
    expect(actionOf(press(key), free)).toBe(action);
  });

  it.each(['b', 'Enter', 'Tab', ' '])('%s is left to the browser', (key) => {
    expect(actionOf(press(key), free)).toBeNull();
  });

  it('never acts while somebody types, except Esc', () => {
    const typing = { typing: true, dialogOpen: false };
    expect(['j', 'c', 'v', 'x', '/', '?'].map((key) => actionOf(press(key), typing))).toEqual(Array(6).fill(null));
    expect(actionOf(press('Escape'), typing)).toBe('escape');
  });

  it('never acts behind an open dialog', () => {
    expect(actionOf(press('v'), { typing: false, dialogOpen: true })).toBeNull();
    expect(actionOf(press('Escape'), { typing: false, dialogOpen: true })).toBeNull();
  });

  it('never acts with a modifier, nor while a character is being composed', () => {
    expect(actionOf(press('c', { ctrlKey: true }), free)).toBeNull();
    expect(actionOf(press('c', { metaKey: true }), free)).toBeNull();
    expect(actionOf(press('j', { isComposing: true }), free)).toBeNull();
  });

  it('held down walks on, but does not claim again and again', () => {
    expect(actionOf(press('j', { repeat: true }), free)).toBe('next');
    expect(actionOf(press('c', { repeat: true }), free)).toBeNull();
  });
});
