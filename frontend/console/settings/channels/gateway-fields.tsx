/** The settings of a channel as its kind describes them. A secret that is set is never shown; leaving it empty keeps it. */
import type { GatewayField } from '@atesto/contract';
import type { JSX } from 'preact';
import { nameIn } from '../../../shared/i18n.js';
import type { Problem } from '../../../shared/problem.js';
import { useWords } from '../../pieces/console-context.js';
import { Field, type Wiring } from '../../pieces/field.js';

export type GatewayValues = Readonly<Record<string, string | number | boolean>>;

interface FieldsProps {
  fields: readonly GatewayField[];
  values: GatewayValues;
  /** Names of the secrets that are set already. */
  secrets: readonly string[];
  problem: Problem | null;
  onChange: (name: string, value: string | number | boolean) => void;
}

interface ControlProps {
  field: GatewayField;
  value: string | number | boolean | undefined;
  isSet: boolean;
  wiring: Wiring;
  onChange: (value: string | number | boolean) => void;
}

const Control = ({ field, value, isSet, wiring, onChange }: ControlProps): JSX.Element => {
  const { t, language } = useWords();
  const text = value === undefined ? '' : String(value);
  const required = field.isRequired === true && !isSet;
  if (field.type === 'choice') {
    return (
      <select {...wiring} value={text} required={required} onChange={(event) => onChange(event.currentTarget.value)}>
        {!field.isRequired && <option value="">{t.common.none}</option>}
        {field.choices?.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {nameIn(choice.label, language)}
          </option>
        ))}
      </select>
    );
  }
  if (field.type === 'long') {
    return (
      <textarea
        {...wiring}
        rows={4}
        value={text}
        required={required}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
    );
  }
  const common = { ...wiring, value: text, required };
  if (field.type === 'number') {
    return (
      <input
        {...common}
        type="number"
        onInput={({ currentTarget: { value: given } }) => onChange(given === '' ? '' : Number(given))}
      />
    );
  }
  const onInput = (event: { currentTarget: HTMLInputElement }): void => onChange(event.currentTarget.value);
  if (field.type === 'text') return <input {...common} type="text" autoComplete="off" onInput={onInput} />;
  const placeholder = isSet ? t.settings.channels.secretSet : '';
  return <input {...common} type="password" autoComplete="new-password" placeholder={placeholder} onInput={onInput} />;
};

export const GatewayFields = ({ fields, values, secrets, problem, onChange }: FieldsProps): JSX.Element => {
  const { language } = useWords();
  return (
    <>
      {fields.map((field) => {
        const label = nameIn(field.label, language);
        const hint = field.help === undefined ? undefined : nameIn(field.help, language);
        if (field.type === 'flag') {
          return (
            <label key={field.name} class="check">
              <input
                type="checkbox"
                checked={values[field.name] === true}
                onChange={(event) => onChange(field.name, event.currentTarget.checked)}
              />
              <span>
                {label}
                {hint && <span class="hint block">{hint}</span>}
              </span>
            </label>
          );
        }
        return (
          <Field
            key={field.name}
            label={label}
            hint={hint}
            optional={field.isRequired !== true}
            fault={problem?.at(`/settings/${field.name}`)}
          >
            {(wiring) => (
              <Control
                field={field}
                value={values[field.name]}
                isSet={secrets.includes(field.name)}
                wiring={wiring}
                onChange={(value) => onChange(field.name, value)}
              />
            )}
          </Field>
        );
      })}
    </>
  );
};
