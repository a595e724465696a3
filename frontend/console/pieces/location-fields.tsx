/** A place by numbers or by a click on the map. */
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { typedOf, type TypedLocation } from '../report/draft.js';
import { useConsole, useSelect, useWords } from './console-context.js';
import { Field } from './field.js';
import { Icon } from './icon.js';

interface LocationFieldsProps {
  value: TypedLocation;
  fault: string | null;
  onChange: (value: TypedLocation) => void;
}

export const LocationFields = ({ value, fault, onChange }: LocationFieldsProps): JSX.Element => {
  const { t } = useWords();
  const { store } = useConsole().context;
  const picked = useSelect((state) => state.picked);
  useEffect(() => {
    if (picked !== null) onChange(typedOf(picked));
  }, [picked]);
  // The mark of the click goes with the form that asked for it.
  useEffect(() => () => store.dispatch({ type: 'picked.used' }), []);
  return (
    <fieldset class="location-fields">
      <legend>{t.edit.location}</legend>
      <div class="field-pair">
        {(['lat', 'lon'] as const).map((name) => (
          <Field key={name} label={t.edit[name]}>
            {(wiring) => (
              <input
                {...wiring}
                type="text"
                inputMode="decimal"
                autoComplete="off"
                value={value[name]}
                onInput={(event) => onChange({ ...value, [name]: event.currentTarget.value })}
              />
            )}
          </Field>
        ))}
      </div>
      {fault && (
        <p class="fault" role="alert">
          {fault}
        </p>
      )}
      <div class="button-line">
        <button type="button" class="button small" onClick={() => store.dispatch({ type: 'picking.started' })}>
          <Icon name="pin" size={15} />
          {t.edit.pick}
        </button>
        {(value.lat !== '' || value.lon !== '') && (
          <button type="button" class="button small" onClick={() => onChange({ lat: '', lon: '' })}>
            {t.edit.clear}
          </button>
        )}
      </div>
    </fieldset>
  );
};
