/** One API key: what it may, how often, until when, and how much it is used. */
import type { ApiKeyView } from '@atesto/contract';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useWords } from '../pieces/console-context.js';
import { Moment } from '../pieces/marks.js';
import { ProblemNote } from '../pieces/problem-note.js';
import { fill } from '../texts/forms.js';
import { KeyLimitInputs } from './key-limit-fields.js';
import { limitsOf, readLimits, usesOf } from './key-limits.js';
import { useChange } from './use-remote.js';

const Limits = ({ apiKey, onChanged }: { apiKey: ApiKeyView; onChanged: () => void }): JSX.Element => {
  const { t } = useWords();
  const change = useChange();
  const [fields, setFields] = useState(limitsOf(apiKey));
  const save = async (): Promise<void> => {
    const done = await change.run(async (api) => {
      await api.patchApiKey(apiKey.id, readLimits(fields));
    });
    if (done) onChanged();
  };
  return (
    <details>
      <summary>{t.settings.keys.change}</summary>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <KeyLimitInputs fields={fields} problem={change.problem} onChange={setFields} />
        <ProblemNote problem={change.problem} />
        <div class="form-actions start">
          <button type="submit" class="button small" disabled={change.busy}>
            {t.common.save}
          </button>
        </div>
      </form>
    </details>
  );
};

interface KeyLineProps {
  apiKey: ApiKeyView;
  onRevoke: () => void;
  onChanged: () => void;
}

export const KeyLine = ({ apiKey, onRevoke, onChanged }: KeyLineProps): JSX.Element => {
  const { t, format } = useWords();
  const words = t.settings.keys;
  const uses = usesOf(apiKey, Date.now());
  return (
    <li class="key-line">
      <div>
        <strong dir="auto">{apiKey.name}</strong>
        <p class="muted">{apiKey.scopes.map((scope) => t.permission[scope]).join(' · ')}</p>
        <p class="muted">
          {words.created} <Moment at={apiKey.createdAt} /> · {words.used}{' '}
          {apiKey.lastUsedAt ? <Moment at={apiKey.lastUsedAt} /> : words.never}
          {apiKey.expiresAt !== null && (
            <>
              {' · '}
              {apiKey.state === 'expired' ? <strong>{words.ended}</strong> : words.ends}{' '}
              <Moment at={apiKey.expiresAt} />
            </>
          )}
        </p>
        <p class="muted">
          {fill(words.limit, { count: format.number(apiKey.perMinute) })} ·{' '}
          {fill(words.today, { count: format.number(uses.today), total: format.number(uses.all) })}
        </p>
        <Limits apiKey={apiKey} onChanged={onChanged} />
      </div>
      <button type="button" class="button small" onClick={onRevoke}>
        {words.revoke}
      </button>
    </li>
  );
};
