/** Keys for programs: what they may do, and the secret once. */
import type { ApiKeyView, Permission } from '@atesto/contract';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { permissions } from '../address/words.js';
import { attempt, here } from '../actions/context.js';
import { useConsole, useWords } from '../pieces/console-context.js';
import { ConfirmDialog } from '../pieces/confirm-dialog.js';
import { Field } from '../pieces/field.js';
import { ProblemNote } from '../pieces/problem-note.js';
import { SecretNote } from '../pieces/secret-note.js';
import { fill } from '../texts/forms.js';
import { KeyLimitInputs } from './key-limit-fields.js';
import { readLimits, usualLimits } from './key-limits.js';
import { KeyLine } from './key-line.js';
import { useChange, useRemote } from './use-remote.js';

const NewKey = ({ onCreated }: { onCreated: (key: ApiKeyView) => void }): JSX.Element => {
  const { t } = useWords();
  const change = useChange();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly Permission[]>([]);
  const [limits, setLimits] = useState(usualLimits);
  const [tried, setTried] = useState(false);
  const create = async (): Promise<void> => {
    setTried(true);
    if (scopes.length === 0 || name.trim() === '') return;
    const made = await change.run(async (api) =>
      onCreated(await api.createApiKey({ name: name.trim(), scopes: [...scopes], ...readLimits(limits) })),
    );
    if (!made) return;
    setName('');
    setScopes([]);
    setLimits(usualLimits);
    setTried(false);
  };
  return (
    <form
      class="form boxed"
      onSubmit={(event) => {
        event.preventDefault();
        void create();
      }}
    >
      <h3>{t.settings.keys.add}</h3>
      <Field label={t.settings.keys.name} fault={change.problem?.at('/name')}>
        {(wiring) => (
          <input
            {...wiring}
            type="text"
            required
            maxLength={200}
            autoComplete="off"
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        )}
      </Field>
      <fieldset class="choices">
        <legend>{t.settings.keys.scopes}</legend>
        {permissions.map((scope) => (
          <label key={scope} class="check">
            <input
              type="checkbox"
              checked={scopes.includes(scope)}
              onChange={(event) =>
                setScopes(event.currentTarget.checked ? [...scopes, scope] : scopes.filter((one) => one !== scope))
              }
            />
            {t.permission[scope]}
          </label>
        ))}
        {tried && scopes.length === 0 && (
          <p class="fault" role="alert">
            {t.settings.keys.scopesMissing}
          </p>
        )}
      </fieldset>
      <KeyLimitInputs fields={limits} problem={change.problem} onChange={setLimits} />
      <ProblemNote problem={change.problem} />
      <div class="form-actions start">
        <button type="submit" class="button primary" disabled={change.busy}>
          {t.settings.keys.add}
        </button>
      </div>
    </form>
  );
};

export const ApiKeysSection = (): JSX.Element => {
  const { context, words } = useConsole();
  const { t } = words;
  const { items, problem, load } = useRemote((api) => api.apiKeys());
  const [fresh, setFresh] = useState<ApiKeyView | null>(null);
  const [revoking, setRevoking] = useState<ApiKeyView | null>(null);
  const revoke = (key: ApiKeyView): ReturnType<typeof attempt> =>
    attempt(context, 'settings', async () => {
      await here(context).revokeApiKey(key.id);
      if (fresh?.id === key.id) setFresh(null);
      await load();
    });
  return (
    <>
      <p class="muted">{t.settings.keys.lead}</p>
      {fresh?.secret && (
        <SecretNote
          title={fill(t.settings.keys.secret, { name: fresh.name })}
          hint={t.settings.keys.secretHint}
          secret={fresh.secret}
        />
      )}
      <ProblemNote problem={problem} retry={() => void load()} />
      {items === null && problem === null && <p role="status">{t.common.loading}</p>}
      {items?.length === 0 && <p class="muted">{t.settings.keys.empty}</p>}
      <ul class="plain-list">
        {items?.map((key) => (
          <KeyLine key={key.id} apiKey={key} onRevoke={() => setRevoking(key)} onChanged={() => void load()} />
        ))}
      </ul>
      <NewKey
        onCreated={(key) => {
          setFresh(key);
          void load();
        }}
      />
      {revoking && (
        <ConfirmDialog
          question={fill(t.settings.keys.revokeConfirm, { name: revoking.name })}
          submit={t.settings.keys.revoke}
          onClose={() => setRevoking(null)}
          onConfirm={() => revoke(revoking)}
        />
      )}
    </>
  );
};
