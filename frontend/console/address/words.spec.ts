import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import * as contract from '@atesto/contract';
import * as words from './words.js';

describe('the words that the console knows', () => {
  it.each(Object.keys(words) as (keyof typeof words)[])('%s are all of the contract’s, in its order', (name) => {
    expect(words[name]).toEqual(contract[name]);
  });
});
