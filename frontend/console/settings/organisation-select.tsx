/** Choosing an organisation, or none. */
import type { OrganisationView } from '@atesto/contract';
import type { JSX } from 'preact';
import { useWords } from '../pieces/console-context.js';
import type { Wiring } from '../pieces/field.js';

interface OrganisationSelectProps extends Partial<Wiring> {
  value: string | null;
  organisations: readonly OrganisationView[];
  onChange: (id: string | null) => void;
  'aria-label'?: string;
}

export const OrganisationSelect = (props: OrganisationSelectProps): JSX.Element => {
  const { t } = useWords();
  const { value, organisations, onChange, ...wiring } = props;
  return (
    <select {...wiring} value={value ?? ''} onChange={(event) => onChange(event.currentTarget.value || null)}>
      <option value="">{t.settings.people.noOrganisation}</option>
      {organisations.map((one) => (
        <option key={one.id} value={one.id}>
          {one.name}
        </option>
      ))}
    </select>
  );
};
