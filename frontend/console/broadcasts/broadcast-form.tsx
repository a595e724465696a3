/** Writes a broadcast: to whom, what, and then how many it reaches, before it is sent. */
import type { BroadcastReach } from '@atesto/contract';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Problem } from '../../shared/problem.js';
import { attempt, here } from '../actions/context.js';
import { CategorySelect, SeveritySelect, WordSelect } from '../pieces/selects.js';
import { useConsole, useSelect } from '../pieces/console-context.js';
import { Field } from '../pieces/field.js';
import { PlainForm } from '../pieces/plain-form.js';
import { ProblemNote } from '../pieces/problem-note.js';
import { emptyDraft, faultsOf, mostSubject, mostText, wishOf, type Draft } from './broadcast-draft.js';
import { DrawMap } from './draw-map.js';
import { SendDialog } from './send-dialog.js';

const areas = ['all', 'drawn'] as const;

export const BroadcastForm = ({ onSent }: { onSent: () => void }): JSX.Element => {
  const { context, words } = useConsole();
  const t = words.t.broadcasts;
  const busy = useSelect((state) => state.busy !== null);
  const [draft, setDraft] = useState<Draft>(emptyDraft);
  const [isTried, setIsTried] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [reach, setReach] = useState<BroadcastReach | null>(null);
  const put = (part: Partial<Draft>): void => setDraft({ ...draft, ...part });
  const faults = isTried ? faultsOf(draft) : [];
  const preview = async (): Promise<void> => {
    setIsTried(true);
    if (faultsOf(draft).length > 0) return;
    setProblem(
      await attempt(context, 'broadcast', async () => setReach(await here(context).previewBroadcast(wishOf(draft)))),
    );
  };
  const sent = (): void => {
    setDraft(emptyDraft);
    setIsTried(false);
    onSent();
  };
  return (
    <PlainForm onSubmit={() => void preview()}>
      <Field label={t.to}>
        {(wiring) => (
          <WordSelect
            {...wiring}
            value={draft.corners === null ? 'all' : 'drawn'}
            words={areas}
            label={(area) => t.areas[area]}
            onChange={(area) => put({ corners: area === 'all' ? null : [] })}
          />
        )}
      </Field>
      {draft.corners !== null && (
        <Field label={t.area} hint={t.areaHint} fault={faults.includes('area') ? t.areaMissing : null}>
          {() => <DrawMap corners={draft.corners ?? []} onChange={(corners) => put({ corners })} />}
        </Field>
      )}
      <div class="broadcast-pair">
        <Field label={t.severity}>
          {(wiring) => <SeveritySelect {...wiring} value={draft.severity} onChange={(severity) => put({ severity })} />}
        </Field>
        <Field label={t.category} hint={t.categoryHint}>
          {(wiring) => <CategorySelect {...wiring} value={draft.category} onChange={(category) => put({ category })} />}
        </Field>
      </div>
      <Field label={t.subject} fault={faults.includes('subject') ? t.subjectMissing : null}>
        {(wiring) => (
          <input
            {...wiring}
            dir="auto"
            maxLength={mostSubject}
            value={draft.subject}
            onInput={(event) => put({ subject: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label={t.text} hint={t.textHint} fault={faults.includes('text') ? t.textMissing : null}>
        {(wiring) => (
          <textarea
            {...wiring}
            dir="auto"
            rows={5}
            maxLength={mostText}
            value={draft.text}
            onInput={(event) => put({ text: event.currentTarget.value })}
          />
        )}
      </Field>
      <ProblemNote problem={problem} />
      <div class="form-actions start">
        <button type="submit" class="button primary" disabled={busy}>
          {t.preview}
        </button>
      </div>
      {reach !== null && <SendDialog draft={draft} reach={reach} onClose={() => setReach(null)} onSent={sent} />}
    </PlainForm>
  );
};
