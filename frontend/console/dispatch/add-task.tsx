/** Gives a task to an organisation, for a need or on its own. */
import type { NeedView, NewTask } from '@atesto/contract';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Problem } from '../../shared/problem.js';
import { useWords } from '../pieces/console-context.js';
import { Field } from '../pieces/field.js';
import { FormDialog } from '../pieces/form-dialog.js';
import { isQuantity, QuantityField } from './add-need.js';
import { OrganisationField } from './organisation-field.js';

interface AddTaskProps {
  needs: readonly NeedView[];
  /** The need at whose side the button was. */
  chosen: string;
  onAdd: (task: NewTask) => Promise<Problem | null>;
  onClose: () => void;
}

const openOf = (need: NeedView | undefined): string =>
  need === undefined ? '' : String(Math.max(0, need.quantity - need.met - need.promised) || '');

export const AddTask = ({ needs, chosen, onAdd, onClose }: AddTaskProps): JSX.Element => {
  const { t } = useWords();
  const words = t.dispatch;
  const [need, setNeed] = useState(chosen);
  const [quantity, setQuantity] = useState(openOf(needs.find(({ id }) => id === chosen)));
  const [organisation, setOrganisation] = useState('');
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const badQuantity = need !== '' && !isQuantity(quantity);
  const submit = (): Promise<Problem | null> | 'stay' => {
    setTried(true);
    if (badQuantity || note.trim() === '') return 'stay';
    return onAdd({
      note: note.trim(),
      organisation: organisation || null,
      ...(need === '' ? {} : { need, quantity: Number(quantity) }),
    });
  };
  return (
    <FormDialog title={words.taskTitle} submit={words.addTask} onClose={onClose} onSubmit={submit}>
      <Field label={words.forNeed}>
        {(wiring) => (
          <select
            {...wiring}
            value={need}
            onChange={(event) => {
              const id = event.currentTarget.value;
              setNeed(id);
              setQuantity(openOf(needs.find((one) => one.id === id)));
            }}
          >
            <option value="">{words.noNeed}</option>
            {needs.map((one) => (
              <option key={one.id} value={one.id}>
                {[words.kind[one.kind], one.what].filter(Boolean).join(', ')}
              </option>
            ))}
          </select>
        )}
      </Field>
      {need !== '' && (
        <QuantityField
          value={quantity}
          fault={tried && badQuantity ? words.quantityBad : null}
          onChange={setQuantity}
        />
      )}
      <OrganisationField
        label={words.organisation}
        none={words.nobody}
        value={organisation}
        onChange={setOrganisation}
      />
      <Field label={words.note} fault={tried && note.trim() === '' ? words.noteMissing : null}>
        {(wiring) => (
          <textarea
            {...wiring}
            rows={3}
            maxLength={2000}
            value={note}
            onInput={(event) => setNote(event.currentTarget.value)}
          />
        )}
      </Field>
    </FormDialog>
  );
};
