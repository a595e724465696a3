/** The webhooks of the deployment, each with its light, and the secret of a new one, once. */
import type { WebhookWithSecret } from '@atesto/contract';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useSelect, useWords } from '../pieces/console-context.js';
import { ProblemNote } from '../pieces/problem-note.js';
import { SecretNote } from '../pieces/secret-note.js';
import { useRemote } from '../settings/use-remote.js';
import { fill } from '../texts/forms.js';
import { WebhookCard } from './webhook-card.js';
import { WebhookForm } from './webhook-form.js';

/** The lights are looked at while the page is open. */
const refreshMs = 15_000;

export const WebhooksSection = (): JSX.Element => {
  const { t } = useWords();
  const { items, problem, load } = useRemote((api) => api.webhooks());
  const isExercise = useSelect((state) => state.deployment.view?.exercise === true);
  const [open, setOpen] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const [fresh, setFresh] = useState<WebhookWithSecret | null>(null);
  useEffect(() => {
    const timer = setInterval(() => void load(), refreshMs);
    return () => clearInterval(timer);
  }, []);
  return (
    <>
      <p class="muted">{t.webhooks.lead}</p>
      {isExercise && <p class="note note-warn">{t.webhooks.exercise}</p>}
      {fresh !== null && (
        <SecretNote
          title={fill(t.webhooks.secretTitle, { name: fresh.name })}
          hint={t.webhooks.secretHint}
          secret={fresh.secret}
        />
      )}
      <ProblemNote problem={problem} retry={() => void load()} />
      {items === null && problem === null && <p role="status">{t.common.loading}</p>}
      {items?.length === 0 && !adding && <p class="muted">{t.webhooks.empty}</p>}
      <ul class="plain-list gateways">
        {items?.map((webhook) => (
          <WebhookCard
            key={webhook.id}
            webhook={webhook}
            isOpen={open === webhook.id}
            onToggle={() => setOpen(open === webhook.id ? null : webhook.id)}
            onChanged={load}
            onSecret={setFresh}
          />
        ))}
      </ul>
      {adding ? (
        <WebhookForm
          webhook={null}
          onDone={(made) => {
            setAdding(false);
            if (made === null) return;
            if ('secret' in made) setFresh(made);
            setOpen(made.id);
            void load();
          }}
        />
      ) : (
        <p class="button-line">
          <button type="button" class="button" onClick={() => setAdding(true)}>
            {t.webhooks.add}
          </button>
        </p>
      )}
    </>
  );
};
