/** How often a key may ask, and when it ends. */
import type { JSX } from 'preact';
import type { Problem } from '../../shared/problem.js';
import { Field } from '../pieces/field.js';
import { useWords } from '../pieces/console-context.js';
import type { KeyLimitFields } from './key-limits.js';

interface Props {
  fields: KeyLimitFields;
  problem: Problem | null;
  onChange: (fields: KeyLimitFields) => void;
}

export const KeyLimitInputs = ({ fields, problem, onChange }: Props): JSX.Element => {
  const { t } = useWords();
  const words = t.settings.keys;
  return (
    <>
      <Field label={words.perMinute} fault={problem?.at('/perMinute')}>
        {(wiring) => (
          <input
            {...wiring}
            type="number"
            required
            min={1}
            max={60_000}
            value={fields.perMinute}
            onInput={(event) => onChange({ ...fields, perMinute: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label={words.expires} hint={words.expiresHint} fault={problem?.at('/expiresAt')} optional>
        {(wiring) => (
          <input
            {...wiring}
            type="date"
            value={fields.expires}
            onInput={(event) => onChange({ ...fields, expires: event.currentTarget.value })}
          />
        )}
      </Field>
    </>
  );
};
