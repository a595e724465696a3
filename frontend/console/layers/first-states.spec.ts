import { describe, expect, it } from '@jest/globals';
import { defaultStates } from '../../../backend/src/overlays/areas/default-states.js';
import { firstStates } from './first-states.js';

describe('the states at first', () => {
  it('are those of the server', () => {
    expect(firstStates).toEqual(defaultStates);
  });
});
