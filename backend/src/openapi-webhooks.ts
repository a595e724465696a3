/** What the description of the API says of webhooks. */
import { NewWebhook, PatchWebhook, ReplayWebhook, WebhookLogQuery } from '@atesto/contract';
import type { Operation } from './openapi-operations.js';

const d = '/api/v1/deployments/{deployment}';
const one = `${d}/webhooks/{id}`;

export const webhookWork: Record<string, Operation> = {
  [`GET ${d}/webhooks`]: { summary: 'Webhooks with their health', answer: '{ items: WebhookView[] }' },
  [`POST ${d}/webhooks`]: {
    summary: 'Add a webhook; its secret is told in this answer only',
    body: NewWebhook,
    answer: 'WebhookWithSecret',
    problems: [409],
  },
  [`PATCH ${one}`]: { summary: 'Change a webhook', body: PatchWebhook, answer: 'WebhookView' },
  [`DELETE ${one}`]: { summary: 'Remove a webhook; what waits for it is not sent' },
  [`POST ${one}/secret`]: {
    summary: 'Make a new secret; for a day the former one signs, too',
    answer: 'WebhookWithSecret',
  },
  [`POST ${one}/ping`]: {
    summary: 'Send a test and say what became of it',
    answer: 'WebhookDelivery',
    problems: [409],
  },
  [`GET ${one}/deliveries`]: {
    summary: 'What was sent in the last 30 days, newest first',
    query: WebhookLogQuery,
    answer: 'Page<WebhookDelivery>',
  },
  [`POST ${one}/deliveries/{delivery}/replay`]: {
    summary: 'Send one again, under the same id',
    answer: '{ count: number }',
    problems: [409],
  },
  [`POST ${one}/replay`]: {
    summary: 'Send again what was given up, or everything since a time',
    body: ReplayWebhook,
    answer: '{ count: number }',
    problems: [409],
  },
};
