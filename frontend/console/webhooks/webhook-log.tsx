/** What was sent to a webhook, and what became of it; each can be sent again, or all since a time. */
import type { WebhookDelivery, WebhookView } from '@atesto/contract';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useWords } from '../pieces/console-context.js';
import { Field } from '../pieces/field.js';
import { Moment } from '../pieces/marks.js';
import { OlderButton } from '../pieces/older-button.js';
import { ProblemNote } from '../pieces/problem-note.js';
import { usePages } from '../pieces/use-pages.js';
import { useChange } from '../settings/use-remote.js';

const signs = { delivered: '●', waiting: '○', given_up: '✕' } as const;

const Delivery = ({ delivery, onReplay }: { delivery: WebhookDelivery; onReplay: () => void }): JSX.Element => {
  const { t, plural } = useWords();
  const { type, state, attempts, status, error, durationMs, nextTryAt } = delivery;
  return (
    <li class="webhook-delivery">
      <div>
        <p>
          <strong>{t.webhooks.kind[type]}</strong> <span class="muted">#{delivery.sequence}</span> ·{' '}
          <Moment at={delivery.createdAt} />
        </p>
        <p class="muted">
          <span aria-hidden="true">{signs[state]}</span> {t.webhooks.state[state]}
          {attempts > 0 && <> · {plural(attempts, t.webhooks.tries)}</>}
          {status !== null && <> · {status}</>}
          {durationMs !== null && <> · {durationMs} ms</>}
          {nextTryAt !== null && (
            <>
              {' '}
              · {t.webhooks.nextTry} <Moment at={nextTryAt} />
            </>
          )}
        </p>
        {error !== null && (
          <p class="muted" lang="en">
            <bdi>{error}</bdi>
          </p>
        )}
      </div>
      {state !== 'waiting' && (
        <button type="button" class="button small" onClick={onReplay}>
          {t.webhooks.replay}
        </button>
      )}
    </li>
  );
};

interface SinceProps {
  disabled: boolean;
  onReplay: (since: string) => void;
}

const Since = ({ disabled, onReplay }: SinceProps): JSX.Element => {
  const { t } = useWords();
  const [since, setSince] = useState('');
  const [tried, setTried] = useState(false);
  return (
    <div class="webhook-since">
      <Field label={t.webhooks.replaySince} fault={tried && since === '' ? t.webhooks.sinceNeeded : null}>
        {(wiring) => (
          <input
            {...wiring}
            type="datetime-local"
            value={since}
            onInput={(event) => setSince(event.currentTarget.value)}
          />
        )}
      </Field>
      <button
        type="button"
        class="button small"
        disabled={disabled}
        onClick={() => {
          setTried(true);
          if (since !== '') onReplay(new Date(since).toISOString());
        }}
      >
        {t.webhooks.replaySinceDo}
      </button>
    </div>
  );
};

export const WebhookLog = ({
  webhook,
  onChanged,
}: {
  webhook: WebhookView;
  onChanged: () => Promise<void>;
}): JSX.Element => {
  const { t, plural } = useWords();
  const { id, version } = webhook;
  const { items, next, problem, load } = usePages((api, cursor) => api.webhookDeliveries(id, cursor), [id, version]);
  const change = useChange();
  const [count, setCount] = useState<number | null>(null);
  const again = (call: (api: Parameters<Parameters<typeof change.run>[0]>[0]) => Promise<{ count: number }>): void =>
    void change.run(async (api) => {
      setCount((await call(api)).count);
      await load(null);
      await onChanged();
    });
  const isOff = change.busy || !webhook.enabled;
  return (
    <section class="gateway-log" aria-label={t.webhooks.log}>
      <h4>{t.webhooks.log}</h4>
      <p class="hint">{t.webhooks.logHint}</p>
      <ProblemNote problem={problem ?? change.problem} retry={() => void load(null)} />
      {count !== null && (
        <p class="note" role="status">
          {plural(count, t.webhooks.replayed)}
        </p>
      )}
      {items === null && problem === null && <p role="status">{t.common.loading}</p>}
      {items?.length === 0 && <p class="muted">{t.webhooks.logEmpty}</p>}
      <ol class="plain-list">
        {items?.map((delivery) => (
          <Delivery
            key={delivery.id}
            delivery={delivery}
            onReplay={() => again((api) => api.replayDelivery(webhook.id, delivery.id))}
          />
        ))}
      </ol>
      <p class="button-line">
        <button type="button" class="button small" onClick={() => void Promise.all([load(null), onChanged()])}>
          {t.webhooks.logAgain}
        </button>
        <OlderButton next={next} load={load} />
        {webhook.givenUp > 0 && (
          <button
            type="button"
            class="button small"
            disabled={isOff}
            onClick={() => again((api) => api.replayWebhook(webhook.id, {}))}
          >
            {t.webhooks.replayFailed}
          </button>
        )}
      </p>
      {items !== null && items.length > 0 && (
        <Since disabled={isOff} onReplay={(since) => again((api) => api.replayWebhook(webhook.id, { since }))} />
      )}
    </section>
  );
};
