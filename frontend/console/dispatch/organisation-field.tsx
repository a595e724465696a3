/** Which organisation is meant; `none` names what no choice means. */
import type { OrganisationView } from '@atesto/contract';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useConsole } from '../pieces/console-context.js';
import { Field } from '../pieces/field.js';

const useOrganisations = (): readonly OrganisationView[] => {
  const { api } = useConsole().context;
  const [found, setFound] = useState<readonly OrganisationView[]>([]);
  useEffect(() => {
    // Without the list whoever chooses can go on all the same, with none of them.
    api.organisations().then(setFound, () => undefined);
  }, []);
  return found;
};

interface OrganisationFieldProps {
  label: string;
  none: string;
  /** Its id, empty for none. */
  value: string;
  onChange: (id: string) => void;
}

export const OrganisationField = ({ label, none, value, onChange }: OrganisationFieldProps): JSX.Element => {
  const organisations = useOrganisations();
  return (
    <Field label={label}>
      {(wiring) => (
        <select {...wiring} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
          <option value="">{none}</option>
          {organisations.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
};
