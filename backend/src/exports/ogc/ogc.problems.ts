/** The standard wants 400 where the rest of our API says 422. */
import type { FieldError } from '@atesto/contract';
import { Problem } from '../../platform/index.js';

export const invalidParameters = (errors: FieldError[]): Problem =>
  new Problem(
    400,
    'invalid-parameter',
    'A parameter is not valid',
    'The description of the API names them all.',
    errors,
  );
