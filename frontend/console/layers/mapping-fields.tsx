/** Which properties of the features are the id, the name and the state, and what the values of the state mean. */
import type { AreaMapping, AreaState, OverlayFileView } from '@atesto/contract';
import type { JSX } from 'preact';
import { nameIn } from '../../shared/i18n.js';
import { useWords } from '../pieces/console-context.js';
import { Field } from '../pieces/field.js';
import { fill } from '../texts/forms.js';
import { guessValues } from './layer-draft.js';

interface MappingProps {
  found: OverlayFileView;
  mapping: AreaMapping;
  states: readonly AreaState[];
  onChange: (mapping: AreaMapping) => void;
}

interface PropertyProps {
  label: string;
  hint?: string;
  none?: string;
  value: string;
  found: OverlayFileView;
  onChange: (name: string) => void;
}

const Property = ({ label, hint, none, value, found, onChange }: PropertyProps): JSX.Element => {
  const { t } = useWords();
  return (
    <Field label={label} hint={hint}>
      {(wiring) => (
        <select {...wiring} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
          {none !== undefined && <option value="">{none}</option>}
          {found.properties.map(({ name, distinct }) => (
            <option key={name} value={name}>
              {fill(t.layers.distinct, { name, count: distinct })}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
};

const Values = ({ found, mapping, states, onChange }: MappingProps): JSX.Element | null => {
  const { t, language } = useWords();
  const property = found.properties.find(({ name }) => name === mapping.state);
  if (property === undefined) return null;
  const { values = {} } = mapping;
  return (
    <fieldset class="mapping-values">
      <legend>{t.layers.values}</legend>
      {property.values.map((value) => (
        <label key={value} class="mapping-value">
          <code>{value}</code>
          <select
            value={values[value] ?? states[0]?.code}
            onChange={(event) => onChange({ ...mapping, values: { ...values, [value]: event.currentTarget.value } })}
          >
            {states.map((state) => (
              <option key={state.code} value={state.code}>
                {nameIn(state.names, language)}
              </option>
            ))}
          </select>
        </label>
      ))}
    </fieldset>
  );
};

export const MappingFields = (props: MappingProps): JSX.Element => {
  const { t } = useWords();
  const { found, mapping, states, onChange } = props;
  const codes = states.map(({ code }) => code);
  return (
    <>
      <div class="field-pair">
        <Property
          label={t.layers.idProperty}
          hint={t.layers.idHint}
          value={mapping.id}
          found={found}
          onChange={(id) => onChange({ ...mapping, id })}
        />
        <Property
          label={t.layers.nameProperty}
          value={mapping.name}
          found={found}
          onChange={(name) => onChange({ ...mapping, name })}
        />
      </div>
      <Property
        label={t.layers.stateProperty}
        none={t.layers.stateNone}
        value={mapping.state ?? ''}
        found={found}
        onChange={(state) => onChange({ ...mapping, state, values: guessValues(found, state, codes) })}
      />
      <Values {...props} />
    </>
  );
};
