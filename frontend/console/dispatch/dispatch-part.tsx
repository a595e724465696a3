/** What an incident needs, who brings it, and what its reporters say in the end. */
import type { DispatchView, IncidentDetail, NeedView } from '@atesto/contract';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useSelect, useWords } from '../pieces/console-context.js';
import { ConfirmDialog } from '../pieces/confirm-dialog.js';
import { Icon } from '../pieces/icon.js';
import { ProblemNote } from '../pieces/problem-note.js';
import { mayHere } from '../pieces/rights.js';
import { usePart, type Part } from '../pieces/use-part.js';
import { fill } from '../texts/forms.js';
import { AddNeed } from './add-need.js';
import { AddTask } from './add-task.js';
import { OffersNear } from './offers-near.js';
import { TaskList } from './task-list.js';

/** A dialog that is open, with the need that it is about. */
type Open = { dialog: 'need' } | { dialog: 'task' | 'withdraw'; need: string } | null;

const Need = ({ need, onOpen }: { need: NeedView; onOpen: ((open: Open) => void) | null }): JSX.Element => {
  const { t, format } = useWords();
  const words = t.dispatch;
  const { id, kind, what, unit, quantity, met, promised } = need;
  const open = Math.max(0, quantity - met - promised);
  const counts = [
    fill(words.met, { met: format.number(met), quantity: format.number(quantity), unit }).replace('  ', ' '),
    ...(promised > 0 ? [fill(words.promised, { count: format.number(promised) })] : []),
    ...(open > 0 ? [fill(words.open, { count: format.number(open) })] : []),
  ];
  return (
    <li class="need">
      <p class="need-head">
        <strong>{words.kind[kind]}</strong>
        {met >= quantity && (
          <span class="need-met">
            <Icon name="check" size={14} /> {words.allMet}
          </span>
        )}
      </p>
      {what !== '' && <p dir="auto">{what}</p>}
      <progress max={quantity} value={Math.min(met, quantity)} aria-label={words.kind[kind]} />
      <p class="muted">{counts.join(' · ')}</p>
      {onOpen && (
        <p class="button-line">
          {open > 0 && (
            <button type="button" class="button small" onClick={() => onOpen({ dialog: 'task', need: id })}>
              {words.addTask}
            </button>
          )}
          <button type="button" class="button quiet small" onClick={() => onOpen({ dialog: 'withdraw', need: id })}>
            {words.withdrawNeed}
          </button>
        </p>
      )}
    </li>
  );
};

const Outcome = ({ incident, view }: { incident: IncidentDetail; view: DispatchView }): JSX.Element | null => {
  const { t, plural } = useWords();
  if (view.outcome === null) return null;
  const { asked, confirmed, denied } = view.outcome;
  const words = [
    plural(asked, t.dispatch.asked),
    ...(confirmed > 0 ? [plural(confirmed, t.dispatch.confirmed)] : []),
    ...(denied > 0 ? [plural(denied, t.dispatch.denied)] : []),
  ].join(' · ');
  const isDoubtful = incident.status === 'resolved' && incident.outcome === 'denied';
  return (
    <div class={isDoubtful ? 'note note-warn' : 'note'} role="status">
      <p>{words}</p>
      {isDoubtful && <p>{t.dispatch.reopen}</p>}
    </div>
  );
};

const Loaded = ({
  incident,
  part,
  view,
}: {
  incident: IncidentDetail;
  part: Part<DispatchView>;
  view: DispatchView;
}): JSX.Element => {
  const { t } = useWords();
  const [open, setOpen] = useState<Open>(null);
  const close = (): void => setOpen(null);
  const allowed = useSelect(mayHere('reports.triage')) && incident.mergedInto === null;
  const { id } = incident;
  return (
    <>
      <Outcome incident={incident} view={view} />
      {view.needs.length === 0 ? (
        <p class="muted">{t.dispatch.empty}</p>
      ) : (
        <ul class="need-list">
          {view.needs.map((need) => (
            <Need key={need.id} need={need} onOpen={allowed ? setOpen : null} />
          ))}
        </ul>
      )}
      <OffersNear
        incident={id}
        needs={view.needs}
        onMatch={allowed ? (match) => part.run((api) => api.matchOffer(id, match)) : null}
      />
      {view.tasks.length > 0 && (
        <TaskList
          tasks={view.tasks}
          onMove={allowed ? (task, status) => void part.run((api) => api.moveTask(id, task.id, { status })) : null}
        />
      )}
      {part.problem && <ProblemNote problem={part.problem} />}
      {allowed && (
        <p class="button-line">
          <button type="button" class="button small" onClick={() => setOpen({ dialog: 'need' })}>
            <Icon name="plus" size={15} /> {t.dispatch.addNeed}
          </button>
          <button type="button" class="button small" onClick={() => setOpen({ dialog: 'task', need: '' })}>
            <Icon name="plus" size={15} /> {t.dispatch.addTask}
          </button>
        </p>
      )}
      <p class="hint">{t.dispatch.endsByItself}</p>
      {open?.dialog === 'need' && (
        <AddNeed onAdd={(need) => part.run((api) => api.addNeed(id, need))} onClose={close} />
      )}
      {open?.dialog === 'task' && (
        <AddTask
          needs={view.needs.filter((need) => need.quantity > need.met + need.promised)}
          chosen={open.need}
          onAdd={(task) => part.run((api) => api.addTask(id, task))}
          onClose={close}
        />
      )}
      {open?.dialog === 'withdraw' && (
        <ConfirmDialog
          question={t.dispatch.withdrawNeedLead}
          submit={t.dispatch.withdrawNeed}
          onClose={close}
          onConfirm={() => part.run((api) => api.withdrawNeed(id, open.need))}
        />
      )}
    </>
  );
};

export const DispatchPart = ({ incident }: { incident: IncidentDetail }): JSX.Element => {
  const { t } = useWords();
  const part = usePart(incident.id, (api) => api.dispatch(incident.id));
  return (
    <section class="detail-part dispatch-part" aria-label={t.dispatch.title}>
      <h3>{t.dispatch.title}</h3>
      {part.view === null ? (
        part.problem ? (
          <ProblemNote problem={part.problem} retry={part.retry} />
        ) : (
          <p class="muted">{t.common.loading}</p>
        )
      ) : (
        <Loaded incident={incident} part={part} view={part.view} />
      )}
    </section>
  );
};
