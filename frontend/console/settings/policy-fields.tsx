/** The policy in plain words: who may report, what the public sees and how exactly, what is kept for how long. */
import type { Policy, PublicPrecision } from '@atesto/contract';
import type { JSX } from 'preact';
import { publicPrecisions } from '../address/words.js';
import { useWords } from '../pieces/console-context.js';
import { Field } from '../pieces/field.js';
import { fill } from '../texts/forms.js';
import { DataFields } from './data-fields.js';
import { LineFields } from './line-fields.js';

export interface PolicyFieldsProps {
  policy: Policy;
  faultAt: (pointer: string) => string | null;
  onChange: (policy: Policy) => void;
}

const Precision = ({ policy, onChange }: PolicyFieldsProps): JSX.Element => {
  const { t, format } = useWords();
  const words = t.settings.deployment;
  const label = (metres: PublicPrecision): string => {
    if (metres === 0) return words.exact;
    if (metres < 1000) return fill(words.metres, { count: format.number(metres) });
    return fill(words.kilometres, { count: format.number(metres / 1000) });
  };
  return (
    <Field label={words.precision} hint={words.precisionHint}>
      {(wiring) => (
        <select
          {...wiring}
          value={String(policy.publicPrecisionMetres)}
          onChange={(event) => {
            const metres = publicPrecisions.find((one) => String(one) === event.currentTarget.value);
            if (metres !== undefined) onChange({ ...policy, publicPrecisionMetres: metres });
          }}
        >
          {publicPrecisions.map((metres) => (
            <option key={metres} value={String(metres)}>
              {label(metres)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
};

export const PolicyFields = (props: PolicyFieldsProps): JSX.Element => {
  const { t } = useWords();
  const { policy, faultAt, onChange } = props;
  const words = t.settings.deployment;
  const count = (
    name: 'contactRetentionDays' | 'claimMinutes',
    label: string,
    hint: string,
    most: number,
  ): JSX.Element => (
    <Field label={label} hint={hint} fault={faultAt(`/policy/${name}`)}>
      {(wiring) => (
        <input
          {...wiring}
          type="number"
          class="short"
          min={1}
          max={most}
          required
          value={policy[name]}
          onInput={(event) => onChange({ ...policy, [name]: event.currentTarget.valueAsNumber })}
        />
      )}
    </Field>
  );
  return (
    <>
      <fieldset class="choices">
        <legend>{words.whoMayReport}</legend>
        {(['anyone', 'members'] as const).map((who) => (
          <label key={who} class="check with-hint">
            <input
              type="radio"
              name="who"
              checked={policy.whoMayReport === who}
              onChange={() => onChange({ ...policy, whoMayReport: who })}
            />
            <span>
              {words[`who_${who}`]}
              <span class="hint">{words[`who_${who}Hint`]}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <label class="check with-hint">
        <input
          type="checkbox"
          checked={policy.quarantineUnsigned}
          onChange={(event) => onChange({ ...policy, quarantineUnsigned: event.currentTarget.checked })}
        />
        <span>
          {words.quarantine}
          <span class="hint">{words.quarantineHint}</span>
        </span>
      </label>
      <label class="check with-hint">
        <input
          type="checkbox"
          checked={policy.publishIncidents}
          onChange={(event) => onChange({ ...policy, publishIncidents: event.currentTarget.checked })}
        />
        <span>
          {words.publish}
          <span class="hint">{words.publishHint}</span>
        </span>
      </label>
      <label class="check with-hint">
        <input
          type="checkbox"
          checked={policy.fourEyes}
          onChange={(event) => onChange({ ...policy, fourEyes: event.currentTarget.checked })}
        />
        <span>
          {words.fourEyes}
          <span class="hint">{words.fourEyesHint}</span>
        </span>
      </label>
      <Precision {...props} />
      <div class="field-pair">
        {count('contactRetentionDays', words.retention, words.retentionHint, 3650)}
        {count('claimMinutes', words.claim, words.claimHint, 480)}
      </div>
      <Field label={words.emergency} hint={words.emergencyHint} fault={faultAt('/policy/emergencyNumber')}>
        {(wiring) => (
          <input
            {...wiring}
            type="tel"
            class="short"
            maxLength={40}
            autoComplete="off"
            value={policy.emergencyNumber ?? ''}
            onInput={(event) => onChange({ ...policy, emergencyNumber: event.currentTarget.value })}
          />
        )}
      </Field>
      <LineFields {...props} />
      <DataFields {...props} />
    </>
  );
};
