/** Over the list: that unsigned reports are held back, or how to let in those that are shown. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Tab } from '../address/address.js';
import { useActions, useSelect, useWords } from '../pieces/console-context.js';
import { FormDialog } from '../pieces/form-dialog.js';
import { Icon } from '../pieces/icon.js';
import { mayHere } from '../pieces/rights.js';

const AdmitShown = (): JSX.Element | null => {
  const { t, plural } = useWords();
  const actions = useActions();
  const allowed = useSelect(mayHere('reports.triage'));
  const { rows, faded } = useSelect((state) => state.queue);
  const [asked, setAsked] = useState<readonly string[] | null>(null);
  const ids = rows.filter((row) => row.kind === 'report' && !faded.has(row.id)).map((row) => row.id);
  if (!allowed || (ids.length === 0 && asked === null)) return null;
  return (
    <>
      <button type="button" class="button small" onClick={() => setAsked(ids)}>
        {t.quarantine.admitShown}
      </button>
      {asked && (
        <FormDialog
          title={t.quarantine.admitShown}
          submit={t.action.admit}
          onClose={() => setAsked(null)}
          onSubmit={() => actions.report.admitAll(asked)}
        >
          <p>{plural(asked.length, t.quarantine.admitQuestion)}</p>
        </FormDialog>
      )}
    </>
  );
};

export const QuarantineNote = ({ tab }: { tab: Tab }): JSX.Element | null => {
  const { t } = useWords();
  const isOn = useSelect((state) => state.deployment.view?.policy.quarantineUnsigned === true);
  if (tab !== 'quarantine' && (tab !== 'reports' || !isOn)) return null;
  return (
    <div class="queue-note">
      <Icon name="lock" size={15} />
      <p>{tab === 'reports' ? t.quarantine.on : t.quarantine.waiting}</p>
      {tab === 'quarantine' && <AdmitShown />}
    </div>
  );
};
