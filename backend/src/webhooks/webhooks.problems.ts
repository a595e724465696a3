/** Why webhooks are refused. */
import { Problem } from '../platform/index.js';

export const mostWebhooks = 20;

export const tooManyWebhooks = (): Problem =>
  new Problem(
    409,
    'too-many-webhooks',
    'Too many webhooks',
    `A deployment has ${mostWebhooks} at most. Remove some first.`,
  );

export const nothingLeaves = (): Problem =>
  new Problem(409, 'exercise', 'An exercise', 'Nothing leaves an exercise: no webhook of it is called.');

export const switchedOff = (): Problem =>
  new Problem(409, 'webhook-off', 'Switched off', 'The webhook is switched off. Switch it on first.');
