/** Working on one queue together, in German. */
import { plural } from './forms.js';
import type { together as english } from './en-together.js';

export const together: typeof english = {
  looking: plural({ one: '{names} sieht sich das auch gerade an.', other: '{names} sehen sich das auch gerade an.' }),
};
