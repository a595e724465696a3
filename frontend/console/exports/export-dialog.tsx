/** Hands on what the list shows: as a file at once, made in the background, or saved as a profile. */
import type { Audience, ExportFormatName } from '@atesto/contract';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { queryString } from '../../shared/api.js';
import { exportUrl } from '../../shared/api-exports.js';
import { listQuery } from '../address/list-query.js';
import { useConsole, useSelect } from '../pieces/console-context.js';
import { Field } from '../pieces/field.js';
import { Icon } from '../pieces/icon.js';
import { Modal } from '../pieces/modal.js';
import { ProblemNote } from '../pieces/problem-note.js';
import { useChange, useRemote } from '../settings/use-remote.js';
import { ColumnFields } from './column-fields.js';
import {
  columnsFor,
  exportFormats,
  firstChoice,
  hasColumns,
  jobOf,
  named,
  queryOf,
  type ExportChoice,
} from './export-choice.js';

interface ChoiceFieldsProps {
  choice: ExportChoice;
  onChange: (choice: ExportChoice) => void;
}

export const ChoiceFields = ({ choice, onChange }: ChoiceFieldsProps): JSX.Element => {
  const { t } = useConsole().words;
  const { items } = useRemote((api) => api.exportColumns());
  const all = columnsFor(items ?? [], choice.audience);
  return (
    <>
      <Field label={t.exports.format} hint={t.exports.formatHints[choice.format]}>
        {(wiring) => (
          <select
            {...wiring}
            value={choice.format}
            onChange={(event) => onChange({ ...choice, format: event.currentTarget.value as ExportFormatName })}
          >
            {exportFormats.map((format) => (
              <option key={format} value={format}>
                {t.exports.formats[format]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t.exports.audience} hint={t.exports.audienceHints[choice.audience]}>
        {(wiring) => (
          <select
            {...wiring}
            value={choice.audience}
            onChange={(event) =>
              onChange({ ...choice, audience: event.currentTarget.value as Audience, columns: null })
            }
          >
            <option value="responders">{t.exports.audiences.responders}</option>
            <option value="public">{t.exports.audiences.public}</option>
          </select>
        )}
      </Field>
      {hasColumns(choice.format) && items !== null && (
        <ColumnFields all={all} columns={choice.columns} onChange={(columns) => onChange({ ...choice, columns })} />
      )}
    </>
  );
};

export const ExportDialog = ({ onClose }: { onClose: () => void }): JSX.Element | null => {
  const { context, words } = useConsole();
  const { t } = words;
  const change = useChange();
  const address = useSelect((state) => state.address);
  const [choice, setChoice] = useState(firstChoice);
  const [name, setName] = useState('');
  if (address.screen !== 'room') return null;
  const { slug } = address;
  const filter = queryString(listQuery(address.filter, 'incidents')).replace(/^\?/, '');
  const goTo = (): void => context.go({ screen: 'settings', slug, section: 'exports' });
  const inBackground = async (): Promise<void> => {
    if (await change.run(async (api) => void (await api.addExportJob(jobOf(filter, choice))))) goTo();
  };
  const save = async (): Promise<void> => {
    const profile = { name: name.trim(), audience: choice.audience, filter, columns: named(choice.columns) };
    if (await change.run(async (api) => void (await api.addExportProfile(profile)))) goTo();
  };
  return (
    <Modal title={t.exports.title} onClose={onClose}>
      <form class="form" onSubmit={(event) => event.preventDefault()}>
        <div class="form-fields">
          <p class="muted">{filter === '' ? t.exports.allIncidents : t.exports.presentFilters}</p>
          <ChoiceFields choice={choice} onChange={setChoice} />
          <fieldset class="boxed">
            <legend>{t.exports.saveLegend}</legend>
            <Field label={t.exports.profileName} hint={t.exports.profileHint} optional>
              {(wiring) => (
                <input
                  {...wiring}
                  type="text"
                  maxLength={200}
                  dir="auto"
                  value={name}
                  onInput={(event) => setName(event.currentTarget.value)}
                />
              )}
            </Field>
            <button
              type="button"
              class="button small"
              disabled={change.busy || name.trim() === ''}
              onClick={() => void save()}
            >
              {t.exports.save}
            </button>
          </fieldset>
          <ProblemNote problem={change.problem} />
        </div>
        <footer class="form-actions">
          <button type="button" class="button" disabled={change.busy} onClick={() => void inBackground()}>
            {t.exports.inBackground}
          </button>
          <a
            class="button primary"
            href={exportUrl(slug, choice.format) + queryOf(filter, choice)}
            download
            onClick={onClose}
          >
            <Icon name="download" size={15} />
            {t.exports.download}
          </a>
        </footer>
      </form>
    </Modal>
  );
};

export const ExportButton = (): JSX.Element => {
  const { t } = useConsole().words;
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" class="button small" onClick={() => setOpen(true)}>
        <Icon name="download" size={15} />
        {t.exports.open}
      </button>
      {open && <ExportDialog onClose={() => setOpen(false)} />}
    </>
  );
};
