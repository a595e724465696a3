/** What was sent to a webhook, and what became of it; each can be sent again, or all since a time. */
import type { WebhookDelivery, WebhookView } from '@atesto/contract';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '../../shared/problem.js';
import { here, noteProblem } from '../actions/context.js';
import { useConsole, useWords } from '../pieces/console-context.js';
import { Field } from '../pieces/field.js';
import { Moment } from '../pieces/marks.js';
import { ProblemNote } from '../pieces/problem-note.js';
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

interface Loaded {
  items: readonly WebhookDelivery[] | null;
  next: string | null;
  problem: Problem | null;
  load: (cursor: string | null) => Promise<void>;
}

const useDeliveries = ({ id, version }: WebhookView): Loaded => {
  const { context } = useConsole();
  const [items, setItems] = useState<readonly WebhookDelivery[] | null>(null);
  const [next, setNext] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const load = async (cursor: string | null): Promise<void> => {
    try {
      const page = await here(context).webhookDeliveries(id, cursor);
      setItems((shown) => (cursor === null ? page.items : [...(shown ?? []), ...page.items]));
      setNext(page.next);
      setProblem(null);
    } catch (error) {
      setProblem(noteProblem(context, error));
    }
  };
  useEffect(() => void load(null), [id, version]);
  return { items, next, problem, load };
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
  const { items, next, problem, load } = useDeliveries(webhook);
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
        {next !== null && (
          <button type="button" class="button small" onClick={() => void load(next)}>
            {t.webhooks.logMore}
          </button>
        )}
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
