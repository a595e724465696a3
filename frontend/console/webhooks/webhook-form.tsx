/** Registers an address that is told of incidents, or changes what it is told. */
import type { NewWebhook, Severity, WebhookKind, WebhookView, WebhookWithSecret } from '@atesto/contract';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useCategories, useWords } from '../pieces/console-context.js';
import { Field } from '../pieces/field.js';
import { ProblemNote } from '../pieces/problem-note.js';
import { SeveritySelect, WordSelect } from '../pieces/selects.js';
import { useChange } from '../settings/use-remote.js';
import { flattened } from '../queue/category-tree.js';

const kinds: readonly WebhookKind[] = ['incident.opened', 'incident.changed', 'incident.resolved'];
const audiences = ['public', 'responders'] as const;

type Draft = Required<Omit<NewWebhook, 'enabled'>>;

const firstDraft: Draft = {
  name: '',
  url: '',
  audience: 'public',
  kinds: [...kinds],
  categories: [],
  minSeverity: 'low' satisfies Severity,
};

const draftOf = ({ name, url, audience, kinds: wanted, categories, minSeverity }: WebhookView): Draft => ({
  name,
  url,
  audience,
  kinds: wanted,
  categories,
  minSeverity,
});

interface PartProps {
  draft: Draft;
  onPatch: (part: Partial<Draft>) => void;
}

const toggled = <Item extends string>(all: readonly Item[], item: Item, isOn: boolean): Item[] =>
  isOn ? [...all, item] : all.filter((one) => one !== item);

const Kinds = ({ draft, onPatch }: PartProps): JSX.Element => {
  const { t } = useWords();
  return (
    <fieldset class="choices">
      <legend>{t.webhooks.kinds}</legend>
      {kinds.map((kind) => (
        <label key={kind} class="check">
          <input
            type="checkbox"
            checked={draft.kinds.includes(kind)}
            onChange={(event) => onPatch({ kinds: toggled(draft.kinds, kind, event.currentTarget.checked) })}
          />
          {t.webhooks.kind[kind]}
        </label>
      ))}
      <p class="hint">{t.webhooks.withdrawnHint}</p>
      {draft.kinds.length === 0 && (
        <p class="fault" role="alert">
          {t.webhooks.kindsNeeded}
        </p>
      )}
    </fieldset>
  );
};

const Categories = ({ draft, onPatch }: PartProps): JSX.Element => {
  const { t, nameOf } = useWords();
  const nodes = flattened(useCategories());
  return (
    <details class="webhook-categories" open={draft.categories.length > 0}>
      <summary>{t.webhooks.categories}</summary>
      <p class="hint">{t.webhooks.categoriesHint}</p>
      <div class="choices">
        {nodes.map(({ category, depth }) => (
          <label key={category.code} class="check" style={{ marginInlineStart: `${depth * 20}px` }}>
            <input
              type="checkbox"
              checked={draft.categories.includes(category.code)}
              onChange={(event) =>
                onPatch({ categories: toggled(draft.categories, category.code, event.currentTarget.checked) })
              }
            />
            {nameOf(category)}
          </label>
        ))}
      </div>
    </details>
  );
};

interface FormProps {
  /** Null for a new one. */
  webhook: WebhookView | null;
  onDone: (made: WebhookView | WebhookWithSecret | null) => void;
}

export const WebhookForm = ({ webhook, onDone }: FormProps): JSX.Element => {
  const { t } = useWords();
  const change = useChange();
  const [draft, setDraft] = useState(webhook === null ? firstDraft : draftOf(webhook));
  const patch = (part: Partial<Draft>): void => setDraft({ ...draft, ...part });
  const save = async (): Promise<void> => {
    if (draft.kinds.length === 0) return;
    const body = { ...draft, name: draft.name.trim(), url: draft.url.trim() };
    await change.run(async (api) =>
      onDone(webhook === null ? await api.addWebhook(body) : await api.patchWebhook(webhook.id, webhook.version, body)),
    );
  };
  return (
    <form
      class="form boxed"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h3>{webhook === null ? t.webhooks.add : t.webhooks.change}</h3>
      <Field label={t.webhooks.name} hint={t.webhooks.nameHint} fault={change.problem?.at('/name')}>
        {(wiring) => (
          <input
            {...wiring}
            type="text"
            required
            maxLength={120}
            autoComplete="off"
            dir="auto"
            value={draft.name}
            onInput={(event) => patch({ name: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label={t.webhooks.url} hint={t.webhooks.urlHint} fault={change.problem?.at('/url')}>
        {(wiring) => (
          <input
            {...wiring}
            type="url"
            required
            maxLength={1000}
            autoComplete="off"
            value={draft.url}
            onInput={(event) => patch({ url: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label={t.webhooks.audience} hint={draft.audience === 'responders' ? t.webhooks.respondersWarning : null}>
        {(wiring) => (
          <WordSelect
            {...wiring}
            value={draft.audience}
            words={audiences}
            label={(word) => t.webhooks.audiences[word]}
            onChange={(audience) => patch({ audience })}
          />
        )}
      </Field>
      <Kinds draft={draft} onPatch={patch} />
      <Field label={t.webhooks.minSeverity}>
        {(wiring) => (
          <SeveritySelect {...wiring} value={draft.minSeverity} onChange={(minSeverity) => patch({ minSeverity })} />
        )}
      </Field>
      <Categories draft={draft} onPatch={patch} />
      <ProblemNote problem={change.problem} />
      <div class="form-actions start">
        <button type="submit" class="button primary" disabled={change.busy}>
          {webhook === null ? t.webhooks.add : t.common.save}
        </button>
        <button type="button" class="button" onClick={() => onDone(null)}>
          {t.common.cancel}
        </button>
      </div>
    </form>
  );
};
