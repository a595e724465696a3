/** One webhook: whether it is well, what it is told, and what can be done about it. */
import type { PatchWebhook, WebhookDelivery, WebhookHealth, WebhookView, WebhookWithSecret } from '@atesto/contract';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Problem } from '../../shared/problem.js';
import { attempt, here } from '../actions/context.js';
import { ConfirmDialog } from '../pieces/confirm-dialog.js';
import { useConsole, useWords } from '../pieces/console-context.js';
import { Fact, Facts } from '../pieces/facts.js';
import { Moment } from '../pieces/marks.js';
import { ProblemNote } from '../pieces/problem-note.js';
import { useChange } from '../settings/use-remote.js';
import { fill } from '../texts/forms.js';
import { WebhookForm } from './webhook-form.js';
import { WebhookLog } from './webhook-log.js';

const marks: Record<WebhookHealth, [sign: string, look: string]> = {
  well: ['●', 'well'],
  unused: ['○', 'waiting'],
  faltering: ['▲', 'silent'],
  failing: ['✕', 'failing'],
  gone: ['✕', 'failing'],
  off: ['–', 'off'],
};

const Health = ({ webhook }: { webhook: WebhookView }): JSX.Element => {
  const { t, plural } = useWords();
  const [sign, look] = marks[webhook.health];
  return (
    <span class={`health health-${look}`}>
      <span aria-hidden="true">{sign}</span> {t.webhooks.health[webhook.health]}
      {webhook.waiting > 0 && <> · {plural(webhook.waiting, t.webhooks.waiting)}</>}
      {webhook.givenUp > 0 && <> · {plural(webhook.givenUp, t.webhooks.givenUp)}</>}
    </span>
  );
};

const WebhookFacts = ({ webhook }: { webhook: WebhookView }): JSX.Element => {
  const { t } = useWords();
  const { facts } = t.webhooks;
  const { lastDeliveredAt: last, failingSince, formerSecretUntil: former } = webhook;
  return (
    <Facts>
      <Fact label={facts.address}>
        <bdi class="webhook-url">{webhook.url}</bdi>
      </Fact>
      <Fact label={t.webhooks.audience}>{t.webhooks.audiences[webhook.audience]}</Fact>
      <Fact label={t.webhooks.kinds}>{webhook.kinds.map((kind) => t.webhooks.kind[kind]).join(' · ')}</Fact>
      <Fact label={facts.last}>{last === null ? t.webhooks.never : <Moment at={last} />}</Fact>
      {failingSince !== null && (
        <Fact label={facts.failing}>
          <Moment at={failingSince} />
        </Fact>
      )}
      {former !== null && (
        <Fact label={facts.former}>
          <Moment at={former} />
        </Fact>
      )}
    </Facts>
  );
};

const PingNote = ({ answer }: { answer: WebhookDelivery }): JSX.Element => {
  const { t } = useWords();
  const isGood = answer.state === 'delivered';
  const words = isGood
    ? fill(t.webhooks.pinged, { status: answer.status ?? '', ms: answer.durationMs ?? 0 })
    : fill(t.webhooks.pingFailed, { error: answer.error ?? '' });
  return (
    <p class={isGood ? 'note' : 'note note-warn'} role="status">
      {words}
    </p>
  );
};

interface CardProps {
  webhook: WebhookView;
  isOpen: boolean;
  onToggle: () => void;
  onChanged: () => Promise<void>;
  onSecret: (made: WebhookWithSecret) => void;
}

type Asking = 'edit' | 'renew' | 'remove' | null;

const Questions = ({
  webhook,
  asking,
  onClose,
  onChanged,
  onSecret,
}: Omit<CardProps, 'isOpen' | 'onToggle'> & { asking: Asking; onClose: () => void }): JSX.Element | null => {
  const { context, words } = useConsole();
  const t = words.t.webhooks;
  const doing = (work: () => Promise<void>): ReturnType<typeof attempt> =>
    attempt(context, 'settings', async () => {
      await work();
      await onChanged();
    });
  if (asking === 'renew')
    return (
      <ConfirmDialog
        question={t.renewAsk}
        submit={t.renew}
        onClose={onClose}
        onConfirm={() => doing(async () => onSecret(await here(context).renewWebhookSecret(webhook.id)))}
      />
    );
  if (asking !== 'remove') return null;
  return (
    <ConfirmDialog
      question={fill(t.removeAsk, { name: webhook.name })}
      submit={t.remove}
      onClose={onClose}
      onConfirm={() =>
        doing(async () => {
          await here(context).removeWebhook(webhook.id, webhook.version);
        })
      }
    />
  );
};

const Opened = (props: Omit<CardProps, 'isOpen' | 'onToggle'>): JSX.Element => {
  const { webhook, onChanged } = props;
  const { context, words } = useConsole();
  const { t } = words;
  const change = useChange();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [asking, setAsking] = useState<Asking>(null);
  const [pinged, setPinged] = useState<WebhookDelivery | null>(null);
  const patch = (body: PatchWebhook): void =>
    void change.run(async (api) => {
      await api.patchWebhook(webhook.id, webhook.version, body);
      await onChanged();
    });
  const ping = async (): Promise<void> => {
    const failed = await attempt(context, 'settings', async () =>
      setPinged(await here(context).pingWebhook(webhook.id)),
    );
    setProblem(failed);
  };
  if (asking === 'edit') {
    return (
      <WebhookForm
        webhook={webhook}
        onDone={(saved) => {
          setAsking(null);
          if (saved !== null) void onChanged();
        }}
      />
    );
  }
  return (
    <div class="gateway-open">
      <WebhookFacts webhook={webhook} />
      <ProblemNote problem={problem ?? change.problem} />
      {pinged !== null && <PingNote answer={pinged} />}
      <p class="button-line">
        <button
          type="button"
          class="button small"
          disabled={change.busy || !webhook.enabled}
          onClick={() => void ping()}
        >
          {t.webhooks.ping}
        </button>
        <button type="button" class="button small" onClick={() => setAsking('edit')}>
          {t.webhooks.change}
        </button>
        <button
          type="button"
          class="button small"
          disabled={change.busy}
          onClick={() => patch({ enabled: !webhook.enabled })}
        >
          {webhook.enabled ? t.webhooks.switchOff : t.webhooks.switchOn}
        </button>
        <button type="button" class="button small" onClick={() => setAsking('renew')}>
          {t.webhooks.renew}
        </button>
        <button type="button" class="button small" onClick={() => setAsking('remove')}>
          {t.webhooks.remove}
        </button>
      </p>
      <WebhookLog webhook={webhook} onChanged={onChanged} />
      <Questions {...props} asking={asking} onClose={() => setAsking(null)} />
    </div>
  );
};

export const WebhookCard = ({ isOpen, onToggle, ...props }: CardProps): JSX.Element => (
  <li>
    <button type="button" class="gateway-line" aria-expanded={isOpen} onClick={onToggle}>
      <span>
        <strong dir="auto">{props.webhook.name}</strong>
        <span class="muted block">{URL.canParse(props.webhook.url) ? new URL(props.webhook.url).host : ''}</span>
      </span>
      <Health webhook={props.webhook} />
    </button>
    {isOpen && <Opened {...props} />}
  </li>
);
