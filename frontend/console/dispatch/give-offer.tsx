/** Notes what an organisation offers, or what somebody offers by telephone: then with a way to reach them. */
import type { NeedKind } from '@atesto/contract';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Problem } from '../../shared/problem.js';
import { attempt, here } from '../actions/context.js';
import { useConsole } from '../pieces/console-context.js';
import { Field } from '../pieces/field.js';
import { FormDialog } from '../pieces/form-dialog.js';
import { WordSelect } from '../pieces/selects.js';
import { isQuantity, needKinds, QuantityField } from './add-need.js';
import { OrganisationField } from './organisation-field.js';

const days = ['2', '7', '14', '30'] as const;

const typed = { what: '', unit: '', place: '', name: '', phone: '', email: '' };
const limits = { what: 300, unit: 40, place: 500, name: 200, phone: 50, email: 254 } as const;

export const GiveOffer = ({ onClose, onGiven }: { onClose: () => void; onGiven: () => void }): JSX.Element => {
  const { context, words: page } = useConsole();
  const { t, plural } = page;
  const words = t.dispatch.offers;
  const [organisation, setOrganisation] = useState(context.store.get().session.view?.user.organisation?.id ?? '');
  const [kind, setKind] = useState<NeedKind>('water');
  const [quantity, setQuantity] = useState('');
  const [stands, setStands] = useState<(typeof days)[number]>('14');
  const [fields, setFields] = useState(typed);
  const [tried, setTried] = useState(false);
  const noWay = organisation === '' && fields.phone.trim() === '' && fields.email.trim() === '';

  const submit = (): Promise<Problem | null> | 'stay' => {
    setTried(true);
    if (!isQuantity(quantity) || noWay) return 'stay';
    const { what, unit, place, ...contact } = Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, value.trim()]),
    ) as typeof fields;
    const reached = Object.fromEntries(Object.entries(contact).filter(([, value]) => value !== ''));
    return attempt(context, 'offer', async () => {
      await here(context).giveOffer({
        kind,
        what,
        quantity: Number(quantity),
        unit,
        place,
        days: Number(stands),
        organisation: organisation || null,
        ...(Object.keys(reached).length > 0 && { contact: reached }),
      });
      context.store.dispatch({ type: 'notice.given', notice: { tone: 'good', words: 'saved' } });
      onGiven();
    });
  };

  const line = (name: keyof typeof typed, label: string, hint?: string, fault: string | null = null): JSX.Element => (
    <Field label={label} {...(hint !== undefined && { hint })} fault={fault} optional>
      {(wiring) => (
        <input
          {...wiring}
          type="text"
          inputMode={name === 'phone' ? 'tel' : name === 'email' ? 'email' : 'text'}
          autoComplete="off"
          maxLength={limits[name]}
          value={fields[name]}
          onInput={(event) => setFields({ ...fields, [name]: event.currentTarget.value })}
        />
      )}
    </Field>
  );
  return (
    <FormDialog title={words.give} submit={t.common.add} onClose={onClose} onSubmit={submit}>
      <OrganisationField
        label={words.whose}
        none={t.dispatch.offerCitizen}
        value={organisation}
        onChange={setOrganisation}
      />
      <Field label={words.what}>
        {(wiring) => (
          <WordSelect
            {...wiring}
            value={kind}
            words={needKinds}
            label={(one) => t.dispatch.kind[one]}
            onChange={setKind}
          />
        )}
      </Field>
      {line('what', t.dispatch.words)}
      <div class="field-pair">
        <QuantityField
          value={quantity}
          fault={tried && !isQuantity(quantity) ? t.dispatch.quantityBad : null}
          onChange={setQuantity}
        />
        {line('unit', t.dispatch.unit, t.dispatch.unitHint)}
      </div>
      {line('place', words.place, words.placeHint)}
      <Field label={words.stands}>
        {(wiring) => (
          <WordSelect
            {...wiring}
            value={stands}
            words={days}
            label={(one) => plural(Number(one), words.days)}
            onChange={setStands}
          />
        )}
      </Field>
      {line('phone', words.phone, undefined, tried && noWay ? words.noWay : null)}
      {line('email', words.email)}
      {line('name', words.name)}
    </FormDialog>
  );
};
