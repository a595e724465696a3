/** Working on one queue together, in English. */
import { plural } from './forms.js';

export const together = {
  looking: plural({ one: '{names} is looking at this too.', other: '{names} are looking at this too.' }),
};
