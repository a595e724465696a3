/**
 * Journeys are many programs on one machine. In CI each of their tests has a second try; the first error is printed
 * before it, and a test that passed by its retry is counted in the output of `npm test`.
 */
import { expect, jest } from '@jest/globals';

if (/[\\/]test[\\/]journeys[\\/]/.test(expect.getState().testPath ?? '')) {
  jest.setTimeout(120_000);
  if (process.env['CI'] === 'true') jest.retryTimes(1, { logErrorsBeforeRetry: true, retryImmediately: true });
}
