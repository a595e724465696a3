/** Splitting: the ticked reports of an incident become a new one. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Problem } from '../../shared/problem.js';
import type { IncidentDialogProps } from '../incident/incident-dialogs.js';
import { useActions, useWords } from '../pieces/console-context.js';
import { FormDialog } from '../pieces/form-dialog.js';
import { Ago } from '../pieces/marks.js';
import { OutcomeNote } from '../report/outcome-note.js';
import { TitleField } from './gathered-fields.js';

export const SplitDialog = ({ incident, onClose }: IncidentDialogProps): JSX.Element => {
  const { t } = useWords();
  const actions = useActions();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [title, setTitle] = useState('');
  const [tried, setTried] = useState(false);
  // The server takes over what the first one with a place says.
  const split = [...chosen].flatMap((id) => incident.reportItems.find((report) => report.id === id) ?? []);
  const lead = split.find(({ location }) => location !== null) ?? split[0];
  const isPart = chosen.size > 0 && chosen.size < incident.reportItems.length;
  const submit = (): Promise<Problem | null> | 'stay' => {
    setTried(true);
    if (!isPart || title.trim() === '') return 'stay';
    return actions.duplicates.split(incident.id, { reports: [...chosen], incident: { title: title.trim() } });
  };
  const tick = (id: string, on: boolean): void => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  return (
    <FormDialog
      title={t.duplicates.split.title}
      submit={t.duplicates.split.submit}
      wide
      onClose={onClose}
      onSubmit={submit}
    >
      <p>{t.duplicates.split.lead}</p>
      <div class="members" role="group" aria-label={t.duplicates.split.reports}>
        {incident.reportItems.map((report) => (
          <label key={report.id} class="member">
            <input
              type="checkbox"
              checked={chosen.has(report.id)}
              onChange={(event) => tick(report.id, event.currentTarget.checked)}
            />
            <span class="member-words">
              <span dir="auto">{report.text || t.queue.noText}</span>
              <span class="muted">
                <Ago at={report.receivedAt} />
              </span>
            </span>
          </label>
        ))}
      </div>
      {tried && !isPart && (
        <p class="fault" role="alert">
          {t.duplicates.split.choose}
        </p>
      )}
      <TitleField title={title} tried={tried} onChange={setTitle} />
      {lead && <OutcomeNote category={lead.category} located={lead.location !== null} />}
    </FormDialog>
  );
};
