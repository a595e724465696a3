/** What others shared: accepted or refused here, and where both sides changed the same, decided field by field. */
import type { SharedConflict, SharedView } from '@atesto/contract';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { attempt, here, slugOf } from '../actions/context.js';
import { roomOf } from '../address/address.js';
import { useConsole, useSelect, useWords } from '../pieces/console-context.js';
import { Field } from '../pieces/field.js';
import { FormDialog } from '../pieces/form-dialog.js';
import { Ago, SeverityMark, StatusBadge } from '../pieces/marks.js';
import { CategorySelect } from '../pieces/selects.js';
import { fill } from '../texts/forms.js';

interface ItemProps {
  shared: SharedView;
  onDecided: () => Promise<void>;
}

const AcceptDialog = ({ shared, onDecided, onClose }: ItemProps & { onClose: () => void }): JSX.Element => {
  const { context } = useConsole();
  const { t } = useWords();
  const known = context.store.get().deployment.view?.categories.some(({ code }) => code === shared.fields.category);
  const [category, setCategory] = useState<string | null>(known === true ? shared.fields.category : null);
  return (
    <FormDialog
      title={t.sharing.accept}
      submit={t.sharing.accept}
      onClose={onClose}
      onSubmit={() =>
        attempt(context, 'settings', async () => {
          await here(context).acceptShared(shared.id, { category });
          await onDecided();
        })
      }
    >
      <p>{t.sharing.acceptLead}</p>
      <Field label={t.sharing.category}>
        {(wiring) => <CategorySelect {...wiring} value={category} onChange={setCategory} />}
      </Field>
    </FormDialog>
  );
};

const RefuseDialog = ({ shared, onDecided, onClose }: ItemProps & { onClose: () => void }): JSX.Element => {
  const { context } = useConsole();
  const { t } = useWords();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  return (
    <FormDialog
      title={t.sharing.refuse}
      submit={t.sharing.refuse}
      onClose={onClose}
      onSubmit={() => {
        setTried(true);
        if (reason.trim() === '') return 'stay';
        return attempt(context, 'settings', async () => {
          await here(context).refuseShared(shared.id, reason.trim());
          await onDecided();
        });
      }}
    >
      <Field label={t.sharing.refuseReason} fault={tried && reason.trim() === '' ? t.sharing.reasonNeeded : null}>
        {(wiring) => (
          <textarea
            {...wiring}
            rows={3}
            maxLength={1000}
            autoFocus
            dir="auto"
            value={reason}
            onInput={(event) => setReason(event.currentTarget.value)}
          />
        )}
      </Field>
    </FormDialog>
  );
};

const Conflict = ({ conflict, shared, onDecided }: ItemProps & { conflict: SharedConflict }): JSX.Element => {
  const { context } = useConsole();
  const { t } = useWords();
  const { field } = conflict;
  const said = (value: unknown): string => {
    if (value === null || value === '') return t.sharing.nothing;
    const place = value as { lat?: number; lon?: number };
    return typeof value === 'string' ? value : `${place.lat?.toFixed(4) ?? ''}, ${place.lon?.toFixed(4) ?? ''}`;
  };
  const settle = (take: 'theirs' | 'ours'): void =>
    void attempt(context, 'settings', async () => {
      await here(context).settleShared(shared.id, { fields: [field], take });
      await onDecided();
    });
  return (
    <div class="note note-warn">
      <p dir="auto">
        {fill(t.sharing.conflict, {
          field: t.field[field],
          theirs: said(conflict.theirs),
          ours: said(conflict.ours),
        })}
      </p>
      <p class="button-line">
        <button type="button" class="button small" onClick={() => settle('theirs')}>
          {t.sharing.takeTheirs}
        </button>
        <button type="button" class="button small" onClick={() => settle('ours')}>
          {t.sharing.keepOurs}
        </button>
      </p>
    </div>
  );
};

const Way = ({ shared }: { shared: SharedView }): JSX.Element => {
  const { t } = useWords();
  return (
    <ol class="shared-way">
      {shared.provenance.map((step) => (
        <li key={`${step.installation} ${step.deployment}`} class="muted">
          <span dir="auto">
            {fill(t.sharing.way, {
              deployment: step.deploymentName,
              installation: step.installation,
              number: step.number,
            })}
          </span>
          {step.organisation !== null && (
            <span dir="auto"> · {fill(t.sharing.by, { organisation: step.organisation })}</span>
          )}
        </li>
      ))}
    </ol>
  );
};

export const SharedItem = ({ shared, onDecided }: ItemProps): JSX.Element => {
  const { context } = useConsole();
  const slug = useSelect((state) => slugOf(state.address)) ?? '';
  const { t } = useWords();
  const [asking, setAsking] = useState<'accept' | 'refuse' | null>(null);
  const { fields, state, incident, withdrawn } = shared;
  const close = (): void => setAsking(null);
  return (
    <li class="shared-item">
      <p>
        <strong dir="auto">{fields.title}</strong>
      </p>
      <p class="row-meta">
        <StatusBadge status={fields.status} />
        <SeverityMark severity={fields.severity} always />
        <span>{t.sharing.states[state]}</span>
        <Ago at={shared.updatedAt} />
      </p>
      {fields.description !== '' && <p dir="auto">{fields.description}</p>}
      {fields.place !== null && fields.place !== '' && <p dir="auto">{fields.place}</p>}
      {shared.note !== null && (
        <p dir="auto">
          {t.sharing.note}: {shared.note}
        </p>
      )}
      <Way shared={shared} />
      {withdrawn && <p class="note note-warn">{t.sharing.withdrawn}</p>}
      {shared.reason !== null && <p dir="auto">{shared.reason}</p>}
      {shared.conflicts.map((conflict) => (
        <Conflict key={conflict.field} conflict={conflict} shared={shared} onDecided={onDecided} />
      ))}
      <p class="button-line">
        {state === 'new' && !withdrawn && (
          <button type="button" class="button small primary" onClick={() => setAsking('accept')}>
            {t.sharing.accept}
          </button>
        )}
        {state === 'new' && (
          <button type="button" class="button small" onClick={() => setAsking('refuse')}>
            {t.sharing.refuse}
          </button>
        )}
        {incident !== null && (
          <button
            type="button"
            class="button small"
            onClick={() =>
              context.go({ ...roomOf(slug, 'incidents'), selected: { kind: 'incident', id: incident.id } })
            }
          >
            {fill(t.sharing.open, { number: incident.number })}
          </button>
        )}
      </p>
      {asking === 'accept' && <AcceptDialog shared={shared} onDecided={onDecided} onClose={close} />}
      {asking === 'refuse' && <RefuseDialog shared={shared} onDecided={onDecided} onClose={close} />}
    </li>
  );
};
