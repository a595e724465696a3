/** Under which licence everybody may use what the public sees, who publishes it and whom to ask. */
import type { JSX } from 'preact';
import { licences } from '../address/words.js';
import { useWords } from '../pieces/console-context.js';
import { Field } from '../pieces/field.js';
import type { PolicyFieldsProps } from './policy-fields.js';

export const DataFields = ({ policy, faultAt, onChange }: PolicyFieldsProps): JSX.Element => {
  const { t } = useWords();
  const words = t.settings.openData;
  const line = (name: 'publisher' | 'dataContact', most: number): JSX.Element => (
    <Field label={words[name]} hint={words[`${name}Hint`]} fault={faultAt(`/policy/${name}`)}>
      {(wiring) => (
        <input
          {...wiring}
          type="text"
          maxLength={most}
          autoComplete="off"
          dir={name === 'dataContact' ? 'ltr' : 'auto'}
          value={policy[name] ?? ''}
          onInput={(event) => onChange({ ...policy, [name]: event.currentTarget.value })}
        />
      )}
    </Field>
  );
  return (
    <fieldset class="data-fields">
      <legend>{words.heading}</legend>
      <p class="hint">{words.hint}</p>
      <Field label={words.licence} fault={faultAt('/policy/licence')}>
        {(wiring) => (
          <select
            {...wiring}
            value={policy.licence ?? ''}
            onChange={(event) => {
              const chosen = event.currentTarget.value;
              onChange({ ...policy, licence: licences.find((one) => one === chosen) ?? null });
            }}
          >
            <option value="">{words.none}</option>
            {licences.map((licence) => (
              <option key={licence} value={licence}>
                {licence}
              </option>
            ))}
          </select>
        )}
      </Field>
      {line('publisher', 200)}
      {line('dataContact', 300)}
    </fieldset>
  );
};
