import { describe, expect, it } from '@jest/globals';
import { firstStates } from '../../../../frontend/console/layers/first-states.js';
import { defaultStates } from './default-states.js';

describe('the states at first', () => {
  it('are those that the console offers', () => {
    expect(firstStates).toEqual(defaultStates);
  });
});
