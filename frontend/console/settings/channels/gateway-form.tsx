/** Sets a channel up, or changes it. */
import type { GatewayKindView, GatewayView } from '@atesto/contract';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { nameIn } from '../../../shared/i18n.js';
import { useWords } from '../../pieces/console-context.js';
import { Field } from '../../pieces/field.js';
import { ProblemNote } from '../../pieces/problem-note.js';
import { useChange } from '../use-remote.js';
import { GatewayFields, type GatewayValues } from './gateway-fields.js';

interface GatewayFormProps {
  kind: GatewayKindView;
  /** Null for a new one. */
  gateway: GatewayView | null;
  onDone: (gateway: GatewayView | null) => void;
}

/** What a form that was left empty means: a setting that is cleared, a secret that stays. */
function changed(kind: GatewayKindView, values: GatewayValues): Record<string, unknown> {
  const entries = kind.fields.flatMap(({ name, type }) => {
    const value = values[name];
    if (type === 'secret' && (value === undefined || value === '')) return [];
    return [[name, value === undefined || value === '' ? null : value] as const];
  });
  return Object.fromEntries(entries);
}

export const GatewayForm = ({ kind, gateway, onDone }: GatewayFormProps): JSX.Element => {
  const { t, language } = useWords();
  const change = useChange();
  const [name, setName] = useState(gateway?.name ?? nameIn(kind.name, language));
  const [values, setValues] = useState<GatewayValues>((gateway?.settings ?? {}) as GatewayValues);
  const save = (): Promise<boolean> =>
    change.run(async (api) => {
      const settings = changed(kind, values);
      const body = { name: name.trim(), settings };
      onDone(
        gateway === null
          ? await api.createGateway({ kind: kind.kind, ...body })
          : await api.patchGateway(gateway.id, gateway.version, body),
      );
    });
  return (
    <form
      class="form boxed"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h3>{gateway === null ? nameIn(kind.name, language) : t.settings.channels.change}</h3>
      <p class="hint about">{nameIn(kind.about, language)}</p>
      <Field label={t.settings.channels.name} hint={t.settings.channels.nameHint} fault={change.problem?.at('/name')}>
        {(wiring) => (
          <input
            {...wiring}
            type="text"
            required
            maxLength={100}
            autoComplete="off"
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        )}
      </Field>
      <GatewayFields
        fields={kind.fields}
        values={values}
        secrets={gateway?.secrets ?? []}
        problem={change.problem}
        onChange={(field, value) => setValues({ ...values, [field]: value })}
      />
      <ProblemNote problem={change.problem} />
      <div class="form-actions start">
        <button type="submit" class="button primary" disabled={change.busy}>
          {gateway === null ? t.settings.channels.setUp : t.common.save}
        </button>
        <button type="button" class="button" onClick={() => onDone(null)}>
          {t.common.cancel}
        </button>
      </div>
    </form>
  );
};
