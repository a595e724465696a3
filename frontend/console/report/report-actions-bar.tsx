/** The buttons of a report. Each is there exactly when the state allows it; the keys press these buttons. */
import type { ReportDetail } from '@atesto/contract';
import type { JSX } from 'preact';
import { useActions, useSelect, useWords } from '../pieces/console-context.js';
import { mayHere } from '../pieces/rights.js';
import { fill } from '../texts/forms.js';
import { keyOf } from '../keyboard/key-map.js';
import { claimOf, possibleFor } from './report-rules.js';

const Claim = ({ report }: { report: ReportDetail }): JSX.Element => {
  const { t, format } = useWords();
  const me = useSelect((state) => state.session.view?.user.id ?? null);
  const nowMs = useSelect((state) => state.nowMs);
  const claim = claimOf(report, me, nowMs);
  if (report.claim === null || claim === 'none') return <p class="claim-line muted">{t.detail.claimNone}</p>;
  const values = { name: report.claim.by.name, time: format.time(report.claim.until) };
  const words = { mine: t.detail.claimMine, other: t.detail.claimOther, over: t.detail.claimOver }[claim];
  return (
    <p class={`claim-line claim-${claim}`} title={format.absolute(report.claim.until)}>
      {fill(words, values)}
    </p>
  );
};

export const ReportActionsBar = ({
  report,
  onEdit,
}: {
  report: ReportDetail;
  onEdit: () => void;
}): JSX.Element | null => {
  const { t } = useWords();
  const actions = useActions();
  const me = useSelect((state) => state.session.view?.user.id ?? null);
  const nowMs = useSelect((state) => state.nowMs);
  const busy = useSelect((state) => state.busy);
  const allowed = useSelect(mayHere('reports.triage'));
  if (!allowed) return null;
  const { incident } = report;
  const claim = claimOf(report, me, nowMs);
  const possible = possibleFor(report, claim);
  const undecided = possible.decide || claim === 'other';
  const held = claim === 'other' ? fill(t.action.heldBy, { name: report.claim?.by.name ?? '' }) : undefined;
  const button = (
    action: string,
    label: string,
    run: () => void,
    more: { key?: string; look?: string; disabled?: boolean; title?: string | undefined } = {},
  ): JSX.Element => (
    <button
      type="button"
      class={`button ${more.look ?? ''}`}
      data-action={action}
      disabled={busy !== null || more.disabled === true}
      title={more.title}
      aria-keyshortcuts={more.key}
      onClick={run}
    >
      {label}
      {more.key && <kbd aria-hidden="true">{more.key}</kbd>}
    </button>
  );
  return (
    <div class="actions" role="toolbar" aria-label={t.action.label}>
      <Claim report={report} />
      <div class="actions-line">
        {possible.claim &&
          button('claim', t.action.claim, () => void actions.report.claim(report.id), {
            key: keyOf.claim,
            look: 'primary',
          })}
        {claim === 'other' &&
          button('take-over', t.together.takeOver.action, () => void actions.report.begin('takeOver'), {
            key: keyOf.claim,
          })}
        {possible.release &&
          button('release', t.action.release, () => void actions.report.release(report.id), { key: keyOf.claim })}
        {undecided && (
          <>
            {button('verify', t.action.verify, () => void actions.report.begin('verify'), {
              key: keyOf.verify,
              look: possible.claim ? '' : 'primary',
              disabled: !possible.decide,
              title: held,
            })}
            {button('reject', t.action.reject, () => void actions.report.begin('reject'), {
              key: keyOf.reject,
              disabled: !possible.decide,
              title: held,
            })}
            {button('ask', t.action.ask, () => void actions.report.begin('ask'), {
              disabled: !possible.decide,
              title: held,
            })}
          </>
        )}
        {incident !== null &&
          button(
            'incident',
            fill(t.detail.toIncident, { number: incident.number }),
            () => actions.room.select({ kind: 'incident', id: incident.id }),
            { look: 'primary' },
          )}
        {possible.reopen && button('reopen', t.action.reopen, () => void actions.report.begin('reopen'))}
        {button('edit', t.action.edit, onEdit)}
        {report.status === 'new' &&
          button('quarantine', t.action.quarantine, () => void actions.report.quarantine(report.id), { look: 'quiet' })}
      </div>
    </div>
  );
};
