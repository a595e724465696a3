/** Of a report in quarantine: why it waits, and the one thing that can be done about it. */
import type { ReportDetail } from '@atesto/contract';
import type { JSX } from 'preact';
import { keyOf } from '../keyboard/key-map.js';
import { useActions, useSelect, useWords } from '../pieces/console-context.js';
import { Icon } from '../pieces/icon.js';
import { mayHere } from '../pieces/rights.js';

export const QuarantineBar = ({ report }: { report: ReportDetail }): JSX.Element => {
  const { t } = useWords();
  const actions = useActions();
  const busy = useSelect((state) => state.busy !== null);
  const allowed = useSelect(mayHere('reports.triage'));
  return (
    <div class="actions" role="toolbar" aria-label={t.action.label}>
      <p class="quarantine-why">
        <Icon name="lock" size={16} /> {t.quarantine.why}
      </p>
      {allowed && (
        <div class="actions-line">
          <button
            type="button"
            class="button primary"
            data-action="admit"
            disabled={busy}
            aria-keyshortcuts={keyOf.admit}
            onClick={() => void actions.report.admit(report.id)}
          >
            {t.action.admit}
            <kbd aria-hidden="true">{keyOf.admit}</kbd>
          </button>
        </div>
      )}
    </div>
  );
};
