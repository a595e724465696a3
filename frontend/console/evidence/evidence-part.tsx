/** What an incident rests on: how sure we are, who confirmed it as second person, and each piece of evidence. */
import type { EvidenceList, EvidenceView, IncidentDetail } from '@atesto/contract';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useActions, useSelect, useWords } from '../pieces/console-context.js';
import { ConfirmDialog } from '../pieces/confirm-dialog.js';
import { Icon } from '../pieces/icon.js';
import { Moment } from '../pieces/marks.js';
import { ProblemNote } from '../pieces/problem-note.js';
import { mayHere } from '../pieces/rights.js';
import { usePart, type Part } from '../pieces/use-part.js';
import { fill } from '../texts/forms.js';
import { AddEvidence } from './add-evidence.js';
import { ConfidenceDialog } from './confidence-part.js';

type Rested = Part<EvidenceList>;

const Second = ({
  incident,
  part,
  list,
}: {
  incident: IncidentDetail;
  part: Rested;
  list: EvidenceList;
}): JSX.Element => {
  const { t } = useWords();
  const busy = useSelect((state) => state.busy !== null);
  const { demanded, by, mayConfirm } = list.second;
  const words = by
    ? fill(t.evidence.secondBy, { name: by.name })
    : demanded
      ? t.evidence.secondWaits
      : t.evidence.secondNone;
  return (
    <div class={by === null && incident.waitsForSecond ? 'note second' : 'second'}>
      <p>
        <Icon name={by ? 'check' : 'person'} size={15} /> {words}
      </p>
      {mayConfirm && incident.mergedInto === null && (
        <button
          type="button"
          class="button small"
          disabled={busy}
          onClick={() => void part.run((api) => api.giveEvidence(incident.id, { kind: 'second_person' }))}
        >
          {t.evidence.confirmSecond}
        </button>
      )}
      {!mayConfirm && by === null && demanded && <p class="hint">{t.evidence.notYours}</p>}
    </div>
  );
};

const What = ({ evidence, list }: { evidence: EvidenceView; list: EvidenceList }): JSX.Element => {
  const { t } = useWords();
  const actions = useActions();
  const { report, medium, url, note } = evidence;
  const photo = list.photos.find(({ id }) => id === medium);
  return (
    <>
      {url !== null && (
        <p class="evidence-link">
          <a href={url} target="_blank" rel="noopener noreferrer" dir="ltr">
            {url}
          </a>
        </p>
      )}
      {photo && <img class="evidence-thumbnail" src={photo.thumbnailUrl} alt={t.evidence.kind.photo} loading="lazy" />}
      {note !== '' && (
        <p class="evidence-note" dir="auto">
          {note}
        </p>
      )}
      {report !== null && (
        <button type="button" class="link" onClick={() => actions.room.select({ kind: 'report', id: report })}>
          {t.evidence.openReport}
        </button>
      )}
    </>
  );
};

const Piece = ({
  evidence,
  list,
  onWithdraw,
}: {
  evidence: EvidenceView;
  list: EvidenceList;
  onWithdraw: (() => void) | null;
}): JSX.Element => {
  const { t } = useWords();
  const { withdrawn } = evidence;
  return (
    <li class={withdrawn ? 'evidence withdrawn' : 'evidence'}>
      <p class="evidence-head">
        <strong>{t.evidence.kind[evidence.kind]}</strong>
        <span class="muted">
          {evidence.by.name} · <Moment at={evidence.at} />
        </span>
        {onWithdraw && withdrawn === null && (
          <button type="button" class="button quiet small" onClick={onWithdraw}>
            {t.evidence.withdraw}
          </button>
        )}
      </p>
      <What evidence={evidence} list={list} />
      {withdrawn && (
        <p class="hint">
          {fill(t.evidence.withdrawnBy, { name: withdrawn.by.name })} · <Moment at={withdrawn.at} />
        </p>
      )}
    </li>
  );
};

const Loaded = ({
  incident,
  part,
  list,
}: {
  incident: IncidentDetail;
  part: Rested;
  list: EvidenceList;
}): JSX.Element => {
  const { t, plural } = useWords();
  const [open, setOpen] = useState<'add' | 'sure' | null>(null);
  const [withdrawing, setWithdrawing] = useState<string | null>(null);
  const allowed = useSelect(mayHere('reports.triage')) && incident.mergedInto === null;
  return (
    <>
      <p class="sure-line">
        <span>
          <span class="muted">{t.evidence.howSure}:</span> {t.evidence.confidence[incident.confidence]}
        </span>
        {allowed && (
          <button type="button" class="button small" onClick={() => setOpen('sure')}>
            {t.evidence.change}
          </button>
        )}
      </p>
      <p class="muted">
        {plural(list.reports, t.evidence.reports)} · {plural(list.confirmations, t.evidence.citizens)}
      </p>
      <Second incident={incident} part={part} list={list} />
      {list.items.length === 0 ? (
        <p class="muted">{t.evidence.empty}</p>
      ) : (
        <ul class="evidence-list">
          {list.items.map((evidence) => (
            <Piece
              key={evidence.id}
              evidence={evidence}
              list={list}
              onWithdraw={allowed ? () => setWithdrawing(evidence.id) : null}
            />
          ))}
        </ul>
      )}
      {allowed && (
        <button type="button" class="button small" onClick={() => setOpen('add')}>
          <Icon name="plus" size={15} /> {t.evidence.add}
        </button>
      )}
      {open === 'add' && (
        <AddEvidence
          incident={incident}
          photos={list.photos}
          onAdd={(evidence) => part.run((api) => api.giveEvidence(incident.id, evidence))}
          onClose={() => setOpen(null)}
        />
      )}
      {open === 'sure' && <ConfidenceDialog incident={incident} onClose={() => setOpen(null)} />}
      {withdrawing !== null && (
        <ConfirmDialog
          question={t.evidence.withdrawLead}
          submit={t.evidence.withdraw}
          onClose={() => setWithdrawing(null)}
          onConfirm={() => part.run((api) => api.withdrawEvidence(incident.id, withdrawing))}
        />
      )}
    </>
  );
};

export const EvidencePart = ({ incident }: { incident: IncidentDetail }): JSX.Element => {
  const { t } = useWords();
  const part = usePart(incident.id, (api) => api.evidence(incident.id));
  return (
    <section class="detail-part evidence-part" aria-label={t.evidence.title}>
      <h3>{t.evidence.title}</h3>
      {part.problem && <ProblemNote problem={part.problem} retry={part.retry} />}
      {part.view === null ? (
        part.problem === null && <p class="muted">{t.common.loading}</p>
      ) : (
        <Loaded incident={incident} part={part} list={part.view} />
      )}
    </section>
  );
};
