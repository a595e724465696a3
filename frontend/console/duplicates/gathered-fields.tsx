/** What gathered reports become: title, category and severity of the new incident, and whether the public will see it. */
import type { NewIncident, Severity } from '@atesto/contract';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useWords } from '../pieces/console-context.js';
import { Field } from '../pieces/field.js';
import { CategorySelect, SeveritySelect } from '../pieces/selects.js';
import { OutcomeNote } from '../report/outcome-note.js';
import { suggestedTitle } from '../report/suggested-title.js';

interface Told {
  text: string;
  category: string | null;
  severity: Severity;
}

export interface Gathered {
  title: string;
  category: string | null;
  severity: Severity;
  change: (part: Partial<Omit<Gathered, 'change'>>) => void;
}

/** Until something is chosen it follows the reports: the first one's severity, and the first category that there is. */
export const useGathered = (reports: readonly Told[]): Gathered => {
  const [typed, setTyped] = useState<Partial<Omit<Gathered, 'change'>>>({});
  const [title] = useState(() => suggestedTitle(reports[0]?.text ?? ''));
  return {
    title,
    category: reports.find(({ category }) => category !== null)?.category ?? null,
    severity: reports[0]?.severity ?? 'normal',
    ...typed,
    change: (part) => setTyped({ ...typed, ...part }),
  };
};

export const gatheredBody = ({ title, category, severity }: Gathered): NewIncident => ({
  title: title.trim(),
  severity,
  ...(category !== null && { category }),
});

export const TitleField = ({
  title,
  tried,
  onChange,
}: {
  title: string;
  tried: boolean;
  onChange: (title: string) => void;
}): JSX.Element => {
  const { t } = useWords();
  return (
    <Field
      label={t.verify.incidentTitle}
      hint={t.verify.incidentTitleHint}
      fault={tried && title.trim() === '' ? t.verify.titleMissing : null}
    >
      {(wiring) => (
        <input
          {...wiring}
          type="text"
          maxLength={200}
          autoComplete="off"
          value={title}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
};

export const GatheredFields = ({ gathered, tried }: { gathered: Gathered; tried: boolean }): JSX.Element => {
  const { t } = useWords();
  const { title, category, severity, change } = gathered;
  return (
    <>
      <TitleField title={title} tried={tried} onChange={(words) => change({ title: words })} />
      <div class="field-pair">
        <Field label={t.verify.category}>
          {(wiring) => (
            <CategorySelect {...wiring} value={category} onChange={(chosen) => change({ category: chosen })} />
          )}
        </Field>
        <Field label={t.verify.severity}>
          {(wiring) => (
            <SeveritySelect {...wiring} value={severity} onChange={(chosen) => change({ severity: chosen })} />
          )}
        </Field>
      </div>
      <OutcomeNote category={category} />
    </>
  );
};
