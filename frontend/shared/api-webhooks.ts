/** The calls of webhooks. */
import type {
  NewWebhook,
  Page,
  PatchWebhook,
  ReplayWebhook,
  WebhookDelivery,
  WebhookView,
  WebhookWithSecret,
} from '@atesto/contract';
import type { Http } from './http.js';

interface Counted {
  count: number;
}

export const webhookCalls = (http: Http, base: string) => {
  const one = (id: string): string => `${base}/webhooks/${id}`;
  return {
    webhooks: () => http<{ items: WebhookView[] }>('GET', `${base}/webhooks`).then(({ items }) => items),
    addWebhook: (body: NewWebhook) => http<WebhookWithSecret>('POST', `${base}/webhooks`, { body }),
    patchWebhook: (id: string, ifMatch: number, body: PatchWebhook) =>
      http<WebhookView>('PATCH', one(id), { ifMatch, body }),
    removeWebhook: (id: string, ifMatch: number) => http<undefined>('DELETE', one(id), { ifMatch }),
    renewWebhookSecret: (id: string) => http<WebhookWithSecret>('POST', `${one(id)}/secret`),
    pingWebhook: (id: string) => http<WebhookDelivery>('POST', `${one(id)}/ping`),
    webhookDeliveries: (id: string, cursor: string | null) =>
      http<Page<WebhookDelivery>>('GET', `${one(id)}/deliveries`, {
        query: { limit: '20', ...(cursor && { cursor }) },
      }),
    replayDelivery: (id: string, delivery: string) => http<Counted>('POST', `${one(id)}/deliveries/${delivery}/replay`),
    replayWebhook: (id: string, body: ReplayWebhook) => http<Counted>('POST', `${one(id)}/replay`, { body }),
  };
};
