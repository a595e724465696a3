/** Says what an incident needs: what, how many, of what. */
import type { NeedKind, NewNeed } from '@atesto/contract';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Problem } from '../../shared/problem.js';
import { useWords } from '../pieces/console-context.js';
import { Field } from '../pieces/field.js';
import { FormDialog } from '../pieces/form-dialog.js';
import { WordSelect } from '../pieces/selects.js';

export const needKinds = [
  'water',
  'food',
  'shelter',
  'medical',
  'rescue',
  'transport',
  'clothing',
  'power',
  'tools',
  'people',
  'information',
  'other',
] as const satisfies NeedKind[];

export const QuantityField = ({
  value,
  fault,
  onChange,
}: {
  value: string;
  fault: string | null;
  onChange: (value: string) => void;
}): JSX.Element => {
  const { t } = useWords();
  return (
    <Field label={t.dispatch.quantity} fault={fault}>
      {(wiring) => (
        <input
          {...wiring}
          type="number"
          class="short"
          min={1}
          max={1_000_000}
          step={1}
          value={value}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
};

export const isQuantity = (text: string): boolean => /^[1-9]\d{0,5}$/.test(text.trim());

interface AddNeedProps {
  onAdd: (need: NewNeed) => Promise<Problem | null>;
  onClose: () => void;
}

export const AddNeed = ({ onAdd, onClose }: AddNeedProps): JSX.Element => {
  const { t } = useWords();
  const words = t.dispatch;
  const [kind, setKind] = useState<NeedKind>('water');
  const [what, setWhat] = useState('');
  const [quantity, setQuantity] = useState('');
  const [unit, setUnit] = useState('');
  const [tried, setTried] = useState(false);
  const submit = (): Promise<Problem | null> | 'stay' => {
    setTried(true);
    if (!isQuantity(quantity)) return 'stay';
    return onAdd({ kind, what: what.trim(), quantity: Number(quantity), unit: unit.trim() });
  };
  return (
    <FormDialog title={words.addNeed} submit={t.common.add} onClose={onClose} onSubmit={submit}>
      <Field label={words.what}>
        {(wiring) => (
          <WordSelect {...wiring} value={kind} words={needKinds} label={(one) => words.kind[one]} onChange={setKind} />
        )}
      </Field>
      <div class="field-pair">
        <QuantityField
          value={quantity}
          fault={tried && !isQuantity(quantity) ? words.quantityBad : null}
          onChange={setQuantity}
        />
        <Field label={words.unit} hint={words.unitHint} optional>
          {(wiring) => (
            <input
              {...wiring}
              type="text"
              maxLength={40}
              value={unit}
              onInput={(event) => setUnit(event.currentTarget.value)}
            />
          )}
        </Field>
      </div>
      <Field label={words.words} hint={words.wordsHint} optional>
        {(wiring) => (
          <input
            {...wiring}
            type="text"
            maxLength={300}
            value={what}
            onInput={(event) => setWhat(event.currentTarget.value)}
          />
        )}
      </Field>
    </FormDialog>
  );
};
