/** Shares an incident with a partner. What goes beyond what the public may see is asked for once more. */
import type { IncidentDetail, PartnerView, ShareView } from '@atesto/contract';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '../../shared/problem.js';
import { attempt, here } from '../actions/context.js';
import { useConsole, useWords } from '../pieces/console-context.js';
import { Field } from '../pieces/field.js';
import { FormDialog } from '../pieces/form-dialog.js';

interface DialogProps {
  incident: IncidentDetail;
  onClose: () => void;
  onShared: (shares: readonly ShareView[]) => void;
}

interface CheckProps {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

const Check = ({ label, checked, onChange }: CheckProps): JSX.Element => (
  <label class="check">
    <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
    {label}
  </label>
);

const usePartners = (): readonly PartnerView[] | null => {
  const { context } = useConsole();
  const [partners, setPartners] = useState<readonly PartnerView[] | null>(null);
  useEffect(() => {
    here(context)
      .partners()
      .then(
        (all) => setPartners(all.filter(({ state }) => state === 'active')),
        () => setPartners([]),
      );
  }, []);
  return partners;
};

export const ShareDialog = ({ incident, onClose, onShared }: DialogProps): JSX.Element => {
  const { context } = useConsole();
  const { t } = useWords();
  const partners = usePartners();
  const [chosen, setChosen] = useState('');
  const [note, setNote] = useState('');
  const [exactPlace, setExact] = useState(false);
  const [asked, setAsked] = useState<readonly string[]>([]);
  const [confirmHidden, setHidden] = useState(false);
  const [confirmExact, setConfirmExact] = useState(false);
  const partner = chosen || (partners?.[0]?.id ?? '');
  const send = (): Promise<Problem | null> | 'stay' => {
    if (partner === '') return 'stay';
    return attempt(context, 'incident', async () => {
      const body = { partner, note: note.trim() || null, exactPlace, confirmHidden, confirmExact };
      onShared(await here(context).shareIncident(incident.id, body));
    }).then((problem) => {
      const kind = problem?.type.split('/').at(-1);
      if (kind === 'confirm-hidden' || kind === 'confirm-exact') setAsked([...asked, kind]);
      return problem;
    });
  };
  return (
    <FormDialog title={t.sharing.shareTitle} submit={t.sharing.share} onClose={onClose} onSubmit={send}>
      <p class="hint">{t.sharing.told}</p>
      {partners?.length === 0 ? (
        <p class="note">{t.sharing.noPartners}</p>
      ) : (
        <Field label={t.sharing.partner}>
          {(wiring) => (
            <select {...wiring} value={partner} onChange={(event) => setChosen(event.currentTarget.value)}>
              {partners?.map(({ id, name, installation }) => (
                <option key={id} value={id}>
                  {`${name} · ${installation ?? ''}`}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Field label={t.sharing.shareNote} optional>
        {(wiring) => (
          <textarea
            {...wiring}
            rows={2}
            maxLength={2000}
            dir="auto"
            value={note}
            onInput={(event) => setNote(event.currentTarget.value)}
          />
        )}
      </Field>
      {incident.location !== null && (
        <>
          <Check label={t.sharing.exactPlace} checked={exactPlace} onChange={setExact} />
          <p class="hint">{t.sharing.exactPlaceHint}</p>
        </>
      )}
      {asked.includes('confirm-hidden') && (
        <Check label={t.sharing.confirmHidden} checked={confirmHidden} onChange={setHidden} />
      )}
      {asked.includes('confirm-exact') && (
        <Check label={t.sharing.confirmExact} checked={confirmExact} onChange={setConfirmExact} />
      )}
    </FormDialog>
  );
};
