/** When one is not to be disturbed, and when the digest comes. */
import type { PutNoticePreferences, QuietHours } from '@atesto/contract';
import type { JSX } from 'preact';
import { useWords } from '../pieces/console-context.js';
import { Field } from '../pieces/field.js';

const usualQuiet: QuietHours = { from: '22:00', to: '07:00', criticalPasses: true };

interface TimesPartProps {
  draft: PutNoticePreferences;
  faultAt: (pointer: string) => string | null | undefined;
  onChange: (draft: PutNoticePreferences) => void;
}

export const TimesPart = ({ draft, faultAt, onChange }: TimesPartProps): JSX.Element => {
  const { t } = useWords();
  const quiet = draft.quiet ?? null;
  const time = (label: string, value: string, set: (value: string) => void): JSX.Element => (
    <Field label={label}>
      {(wiring) => (
        <input {...wiring} type="time" required value={value} onInput={(event) => set(event.currentTarget.value)} />
      )}
    </Field>
  );
  return (
    <section class="form">
      <h3>{t.notices.times}</h3>
      <label class="check">
        <input
          type="checkbox"
          checked={quiet !== null}
          onChange={(event) => onChange({ ...draft, quiet: event.currentTarget.checked ? usualQuiet : null })}
        />
        {t.notices.quiet}
      </label>
      {quiet !== null && (
        <>
          <div class="field-pair">
            {time(t.notices.quietFrom, quiet.from, (from) => onChange({ ...draft, quiet: { ...quiet, from } }))}
            {time(t.notices.quietTo, quiet.to, (to) => onChange({ ...draft, quiet: { ...quiet, to } }))}
          </div>
          <label class="check">
            <input
              type="checkbox"
              checked={quiet.criticalPasses}
              onChange={(event) =>
                onChange({ ...draft, quiet: { ...quiet, criticalPasses: event.currentTarget.checked } })
              }
            />
            {t.notices.criticalPasses}
          </label>
        </>
      )}
      <div class="field-pair">
        {time(t.notices.digestAt, draft.digestAt, (digestAt) => onChange({ ...draft, digestAt }))}
        <Field label={t.notices.zone} fault={faultAt('/zone')}>
          {(wiring) => (
            <input
              {...wiring}
              type="text"
              list="time-zones"
              value={draft.zone}
              onInput={(event) => onChange({ ...draft, zone: event.currentTarget.value })}
            />
          )}
        </Field>
        <datalist id="time-zones">
          {Intl.supportedValuesOf('timeZone').map((zone) => (
            <option key={zone} value={zone} />
          ))}
        </datalist>
      </div>
    </section>
  );
};
