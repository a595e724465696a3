/** What is to be replayed, and how fast. */
import type { DeploymentSummary, StartReplay } from '@atesto/contract';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Problem } from '../../shared/problem.js';
import { useWords } from '../pieces/console-context.js';
import { Field } from '../pieces/field.js';
import { PlainForm } from '../pieces/plain-form.js';
import { fill } from '../texts/forms.js';

const speeds = [1, 2, 5, 10, 30, 60, 120, 300, 1000];
const madeUp = '';

export const SpeedSelect = ({ speed, onChange }: { speed: number; onChange: (speed: number) => void }): JSX.Element => {
  const { t } = useWords();
  return (
    <Field label={t.training.speed} hint={t.training.speedHint}>
      {(wiring) => (
        <select {...wiring} value={String(speed)} onChange={(event) => onChange(Number(event.currentTarget.value))}>
          {[...new Set([...speeds, speed])]
            .sort((a, b) => a - b)
            .map((one) => (
              <option key={one} value={String(one)}>
                {one === 1 ? t.training.asItWas : fill(t.training.times, { speed: one })}
              </option>
            ))}
        </select>
      )}
    </Field>
  );
};

interface StartFormProps {
  sources: readonly DeploymentSummary[];
  busy: boolean;
  problem: Problem | null;
  onStart: (wanted: StartReplay) => void;
}

const instantOf = (local: string): string | null => (local === '' ? null : new Date(local).toISOString());

export const StartForm = ({ sources, busy, problem, onStart }: StartFormProps): JSX.Element => {
  const { t } = useWords();
  const [source, setSource] = useState(madeUp);
  const [speed, setSpeed] = useState(60);
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const start = (): void =>
    onStart(
      source === madeUp
        ? { source: 'made-up', speed }
        : { source: 'deployment', deployment: source, speed, from: instantOf(from), to: instantOf(to) },
    );
  return (
    <PlainForm onSubmit={start}>
      <Field label={t.training.source} fault={problem?.at('/deployment')}>
        {(wiring) => (
          <select {...wiring} value={source} onChange={(event) => setSource(event.currentTarget.value)}>
            <option value={madeUp}>{t.training.madeUp}</option>
            {sources.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {fill(t.training.reportsOf, { name })}
              </option>
            ))}
          </select>
        )}
      </Field>
      {source !== madeUp && (
        <>
          <p class="hint">{t.training.masked}</p>
          <Field label={t.training.from} optional fault={problem?.at('/from')}>
            {(wiring) => (
              <input {...wiring} type="datetime-local" value={from} onInput={(e) => setFrom(e.currentTarget.value)} />
            )}
          </Field>
          <Field label={t.training.to} optional fault={problem?.at('/to')}>
            {(wiring) => (
              <input {...wiring} type="datetime-local" value={to} onInput={(e) => setTo(e.currentTarget.value)} />
            )}
          </Field>
        </>
      )}
      <SpeedSelect speed={speed} onChange={setSpeed} />
      <div class="form-actions start">
        <button type="submit" class="button primary" disabled={busy}>
          {t.training.start}
        </button>
      </div>
    </PlainForm>
  );
};
